import { Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccounts } from '../bridge/accounts.ts';
import { useSettings } from '../bridge/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { Lamp } from '../ui/lamp.tsx';
import { accountLabel } from './account-label.ts';
import classes from './account-lamps.module.css';
import { hiddenLamps, lampRoom, lampsWidth } from './lamp-room.ts';
import { createTextMeasure } from './text-measure.ts';
import { lampStates } from './session-sign.tsx';
import { accountLamps, type AccountLamp } from './session-state.ts';
import { spanWords } from './span-words.ts';
import { useNowUntil } from './use-now-until.ts';

/** One lamp per account with the hours left, as many as there is room for. Opens the screen of accounts. */
export function AccountLamps({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const textSize = useSettings().data?.textSize ?? 100;
  const measure = useMemo(() => createTextMeasure(textSize), [textSize]);
  const accounts = useAccounts().data?.accounts ?? [];
  const now = useNowUntil(accounts.flatMap(({ session }) => (session ? [session.endsAt] : [])));

  function widthFor(count: number): number {
    const { shown, more } = accountLamps(accounts, count, now);
    const words = shown.map((lamp) => ({ name: accountLabel(t, lamp.name), left: leftWords(t, lamp) }));
    return lampsWidth(words, more, measure.widthInRem);
  }

  const room = lampRoom(accounts.length, widthFor, width / measure.rem);
  const { shown, more } = accountLamps(accounts, room, now);
  const all = accountLamps(accounts, accounts.length, now).shown;
  const sentences = (lamps: AccountLamp[]) => format.list(lamps.map((lamp) => lampSentence(t, lamp)));
  return (
    <div ref={ref} className={classes.room}>
      {shown.length > 0 && (
        <Tooltip label={sentences(all)} multiline maw="24rem">
          <button type="button" className={classes.lamps} data-narrow={room === 0} onClick={onGo}>
            <span className={classes.spoken}>{t('status.accounts.label')}</span>
            {shown.map((lamp) => (
              <span key={lamp.id} className={classes.account}>
                <Lamp state={lampStates[lamp.state]} />
                <span className={classes.name}>{accountLabel(t, lamp.name)}</span>{' '}
                <span className={classes.left} data-state={lamp.state}>
                  {leftWords(t, lamp)}
                </span>
              </span>
            ))}
            {more > 0 && (
              <>
                {' '}
                <span className={classes.more}>{t('status.accounts.more', { count: more })}</span>{' '}
                <span className={classes.spoken}>{sentences(hiddenLamps(all, shown))}</span>
              </>
            )}
          </button>
        </Tooltip>
      )}
    </div>
  );
}

function leftWords(t: TFunction, { state, left }: AccountLamp): string {
  if (left !== null) return `${spanWords(t, left)}${state === 'ending' ? ' !' : ''}`;
  return state === 'ended' ? t('status.accounts.ended') : t('status.accounts.none');
}

function lampSentence(t: TFunction, lamp: AccountLamp): string {
  const left = lamp.left === null ? '' : spanWords(t, lamp.left);
  return t('status.accounts.lamp', { name: accountLabel(t, lamp.name), state: t(`accounts.state.${lamp.state}`, { left }) });
}
