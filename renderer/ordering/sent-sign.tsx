import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHandStop,
  IconHelpCircle,
  IconPencilExclamation,
  IconScale,
  IconSearch,
  IconSend,
  IconThumbUp,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SentStanding } from './sent-standing.ts';
import classes from './sent-sign.module.css';

type Tone = 'busy' | 'warn' | 'bad' | 'good' | 'quiet';

const signs: Record<SentStanding, { StandingIcon: Icon; tone: Tone }> = {
  waiting: { StandingIcon: IconClock, tone: 'quiet' },
  sending: { StandingIcon: IconSend, tone: 'busy' },
  lost: { StandingIcon: IconSearch, tone: 'warn' },
  unsure: { StandingIcon: IconHelpCircle, tone: 'bad' },
  comparing: { StandingIcon: IconScale, tone: 'busy' },
  same: { StandingIcon: IconCircleCheck, tone: 'good' },
  differs: { StandingIcon: IconAlertTriangle, tone: 'warn' },
  accepted: { StandingIcon: IconThumbUp, tone: 'good' },
  cancelled: { StandingIcon: IconBan, tone: 'quiet' },
  refused: { StandingIcon: IconCircleX, tone: 'bad' },
  stopped: { StandingIcon: IconHandStop, tone: 'quiet' },
  invalid: { StandingIcon: IconPencilExclamation, tone: 'bad' },
};

/** How one that was sent stands: colour, icon and word. */
export function SentSign({ standing }: { standing: SentStanding }) {
  const { t } = useTranslation();
  const { StandingIcon, tone } = signs[standing];
  return (
    <span className={classes.sign} data-tone={tone} data-standing={standing}>
      <StandingIcon className={classes.icon} aria-hidden="true" />
      {t(`ordering.standing.${standing}`)}
    </span>
  );
}
