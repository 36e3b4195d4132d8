import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClockExclamation, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Lamp, type LampState } from '../ui/lamp.tsx';
import type { AccountLamp, SessionState } from './session-state.ts';
import classes from './session-sign.module.css';
import { spanWords } from './span-words.ts';

const icons: Record<SessionState, Icon> = {
  none: IconCircleDashed,
  live: IconCircleCheck,
  ending: IconClockExclamation,
  ended: IconCircleX,
};

export const lampStates: Record<SessionState, LampState> = { none: 'idle', live: 'good', ending: 'warn', ended: 'bad' };

/** The state of a session: lamp, icon and words. */
export function SessionSign({ lamp }: { lamp: AccountLamp }) {
  const { t } = useTranslation();
  const StateIcon = icons[lamp.state];
  const left = lamp.left === null ? '' : spanWords(t, lamp.left);
  return (
    <span className={classes.sign} data-state={lamp.state}>
      <Lamp state={lampStates[lamp.state]} />
      <StateIcon className={classes.icon} aria-hidden="true" />
      {t(`accounts.state.${lamp.state}`, { left })}
    </span>
  );
}
