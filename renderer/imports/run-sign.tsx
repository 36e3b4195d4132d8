import { IconCircleCheck, IconClock, IconHandStop, IconPlayerPause, IconPlayerPlay, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportRunState } from '../../preload/contract/order-imports.ts';
import classes from './imports.module.css';

const signs: Record<ImportRunState, { StateIcon: Icon; tone: string }> = {
  running: { StateIcon: IconPlayerPlay, tone: 'busy' },
  waiting: { StateIcon: IconClock, tone: 'warn' },
  paused: { StateIcon: IconPlayerPause, tone: 'quiet' },
  ended: { StateIcon: IconCircleCheck, tone: 'good' },
  stopped: { StateIcon: IconHandStop, tone: 'quiet' },
};

/** How a run stands: colour, icon and word. */
export function RunSign({ state }: { state: ImportRunState }) {
  const { t } = useTranslation();
  const { StateIcon, tone } = signs[state];
  return (
    <span className={classes.sign} data-tone={tone}>
      <StateIcon className={classes.icon} aria-hidden="true" />
      {t(`imports.state.${state}`)}
    </span>
  );
}
