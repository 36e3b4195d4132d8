import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../ui/key-cap.tsx';
import { useDesk, useDeskState } from './desk-provider.tsx';
import { isOpen } from './desk-state.ts';
import { hasEntry, totalEntered } from './entry.ts';
import { awaitedPieces } from './parcel-lines.ts';
import classes from './action-bar.module.css';

/** What can be done with the parcel, each with its key. Always there, so that nothing jumps. */
export function ActionBar() {
  const { t } = useTranslation();
  const desk = useDesk();
  const state = useDeskState();
  const open = isOpen(state) && state.busy === null;
  const awaited = awaitedPieces(state.card?.parcel ?? null);
  const entered = totalEntered(state.entry) + Number(state.entry.digits);
  const entering = hasEntry(state.entry);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('receive.action.label')}>
      <Button
        variant={entering ? 'default' : 'filled'}
        disabled={!open || awaited === 0}
        onClick={() => void desk.acceptAll()}
        rightSection={<KeyCap>{entering ? 'A' : t('key.enter')}</KeyCap>}
      >
        {t('receive.action.acceptAll', { count: awaited })}
      </Button>
      <Button
        variant={entering ? 'filled' : 'default'}
        disabled={!open || !entering || state.entry.overQuestion !== null}
        onClick={() => void desk.receiveEntered()}
        rightSection={<KeyCap>{entering ? t('key.enter') : 'R'}</KeyCap>}
      >
        {t('receive.action.receiveEntered', { count: entered })}
      </Button>
      <Button variant="default" onClick={() => void desk.undo()} rightSection={<KeyCap>U</KeyCap>}>
        {t('receive.action.undo')}
      </Button>
      <Button
        variant="subtle"
        disabled={state.card === null && state.result === null}
        onClick={desk.escape}
        rightSection={<KeyCap>{t('key.esc')}</KeyCap>}
      >
        {t('receive.action.clear')}
      </Button>
      <span className={classes.hints}>
        <span>
          <KeyCap>0–9</KeyCap> <KeyCap>+</KeyCap> <KeyCap>−</KeyCap> {t('receive.action.quantity')}
        </span>
        <span>
          <KeyCap>{t('key.arrows')}</KeyCap> {t('receive.action.moveLine')}
        </span>
      </span>
    </div>
  );
}
