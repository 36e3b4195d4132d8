import { useTranslation } from 'react-i18next';
import type { ImportCounts, ImportRun } from '../../preload/contract/order-imports.ts';
import type { ImportRowKind } from '../bridge/imports.ts';
import { useFormat } from '../i18n/format.ts';
import { errorWords } from '../i18n/words.ts';
import classes from './run.module.css';
import { RunBar } from './run-bar.tsx';
import { settledOrders } from './run-progress.ts';
import { RunSign } from './run-sign.tsx';

interface Count {
  name: keyof ImportCounts & CountName;
  tone: 'good' | 'warn' | 'bad' | 'quiet' | 'busy';
  /** Which orders the number leads to. */
  show: ImportRowKind;
}
type CountName = Exclude<keyof ImportCounts, 'orders'>;

const counted: readonly Count[] = [
  { name: 'waiting', tone: 'quiet', show: 'waiting' },
  { name: 'underWay', tone: 'busy', show: 'waiting' },
  { name: 'same', tone: 'good', show: 'done' },
  { name: 'differs', tone: 'warn', show: 'differs' },
  { name: 'accepted', tone: 'good', show: 'done' },
  { name: 'cancelled', tone: 'quiet', show: 'done' },
  { name: 'unsure', tone: 'bad', show: 'failed' },
  { name: 'refused', tone: 'bad', show: 'failed' },
  { name: 'invalid', tone: 'bad', show: 'failed' },
  { name: 'stopped', tone: 'quiet', show: 'failed' },
  { name: 'paid', tone: 'good', show: 'done' },
  { name: 'paying', tone: 'busy', show: 'unpaid' },
  { name: 'paymentTrouble', tone: 'bad', show: 'unpaid' },
];

/** Always there, so that nothing jumps while a run goes on; the others come when there are such orders. */
const alwaysShown: readonly CountName[] = ['waiting', 'same', 'differs', 'refused'];

/** How a run stands: its state with the reason, the bar, and its numbers, each of which leads to the orders behind it. */
export function RunHead({ run, onShow }: { run: ImportRun; onShow: (show: ImportRowKind) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, error, counts, pays, by, station, at, endedAt } = run;
  const shown = counted.filter(({ name }) => counts[name] > 0 || alwaysShown.includes(name) || (pays && name === 'paid'));
  return (
    <section className={classes.head} aria-label={t('imports.run.state')}>
      <div className={classes.state} aria-live="polite">
        <RunSign state={state} />
        <span>{t('imports.progress', { done: settledOrders(counts), of: counts.orders })}</span>
        <span className={classes.stateText}>{t(`imports.stateText.${state}`)}</span>
      </div>
      {error && (
        <p className={classes.reason}>
          <strong>{errorWords(t, error).what}</strong> {error.serverText ?? ''} {t('imports.run.goesOn')}
        </p>
      )}
      <RunBar counts={counts} size="lg" />
      <ul className={classes.numbers}>
        {shown.map(({ name, tone, show }) => (
          <li key={name}>
            <button type="button" className={classes.number} data-tone={counts[name] === 0 ? 'none' : tone} onClick={() => onShow(show)}>
              <strong>{format.number(counts[name])}</strong>
              <span>{t(`imports.count.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.facts}>
        <span>{t('imports.run.by', { by: by || t('ordering.somebody'), station, when: format.moment(at) })}</span>
        {endedAt !== null && <span>{t('imports.run.ended', { when: format.moment(endedAt) })}</span>}
        <span>{pays ? t('imports.run.pays') : t('imports.run.paysNot')}</span>
      </p>
    </section>
  );
}
