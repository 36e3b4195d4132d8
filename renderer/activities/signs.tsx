import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconGhost,
  IconInfoCircle,
  IconLink,
  IconMessageQuestion,
  IconPlayerPlay,
  IconRefresh,
  IconShoppingCartUp,
  IconUnlink,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind, ActivityState, StepKind } from '../../preload/contract/activities.ts';
import classes from './signs.module.css';

type Tone = 'busy' | 'warn' | 'bad' | 'good' | 'quiet' | 'info' | 'ask';

export const kindIcons: Record<ActivityKind, Icon> = {
  export: IconShoppingCartUp,
  synchronise: IconRefresh,
  link: IconLink,
  unlink: IconUnlink,
};

const states: Record<ActivityState, { StateIcon: Icon; tone: Tone }> = {
  running: { StateIcon: IconPlayerPlay, tone: 'busy' },
  waiting: { StateIcon: IconMessageQuestion, tone: 'ask' },
  cancelled: { StateIcon: IconCircleX, tone: 'quiet' },
  'finished-with-errors': { StateIcon: IconAlertTriangle, tone: 'bad' },
  finished: { StateIcon: IconCircleCheck, tone: 'good' },
  gone: { StateIcon: IconGhost, tone: 'quiet' },
};

const steps: Record<StepKind, { StepIcon: Icon; tone: Tone }> = {
  info: { StepIcon: IconInfoCircle, tone: 'info' },
  success: { StepIcon: IconCircleCheck, tone: 'good' },
  warning: { StepIcon: IconAlertTriangle, tone: 'warn' },
  error: { StepIcon: IconCircleX, tone: 'bad' },
  question: { StepIcon: IconMessageQuestion, tone: 'ask' },
};

/** What an activity does: icon and word. */
export function KindSign({ kind }: { kind: ActivityKind }) {
  const { t } = useTranslation();
  const KindIcon = kindIcons[kind];
  return (
    <span className={`${classes.sign} ${classes.kind}`}>
      <KindIcon className={classes.icon} aria-hidden="true" />
      {t(`activities.kind.${kind}`)}
    </span>
  );
}

/** How an activity stands: colour, icon and word. */
export function ActivityStateSign({ state }: { state: ActivityState }) {
  const { t } = useTranslation();
  const { StateIcon, tone } = states[state];
  return (
    <span className={classes.sign} data-tone={tone} data-state={state}>
      <StateIcon className={classes.icon} aria-hidden="true" />
      {t(`activities.state.${state}`)}
    </span>
  );
}

/** The kind of a step: colour, icon and word. `type` is OT Platform's own word, for those who know it. */
export function StepKindSign({ kind, type }: { kind: StepKind; type: string }) {
  const { t } = useTranslation();
  const { StepIcon, tone } = steps[kind];
  return (
    <span className={classes.sign} data-tone={tone} title={type}>
      <StepIcon className={classes.icon} aria-hidden="true" />
      {t(`activities.step.${kind}`)}
    </span>
  );
}
