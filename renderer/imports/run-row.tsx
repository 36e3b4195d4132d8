import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '../../preload/contract/order-imports.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './imports.module.css';
import { RunBar } from './run-bar.tsx';
import { settledOrders } from './run-progress.ts';
import { RunSign } from './run-sign.tsx';

/** A run in the list: its file, how far it is, and what waits for a person. */
export function RunRow({ run, onOpen }: { run: ImportRun; onOpen: (runId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, number, fileName, state, counts, by, at } = run;
  const toDecide = counts.differs + counts.unsure;
  const faulty = counts.refused + counts.invalid + counts.paymentTrouble;
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} data-row={id} onClick={() => onOpen(id)}>
        <span>
          <RunSign state={state} />
        </span>
        <span className={classes.main}>
          <span className={classes.name}>{t('imports.run.name', { number, file: fileName || t('imports.pasted') })}</span>
          <span className={classes.soft}>
            {format.moment(at)} · {by || t('ordering.somebody')}
          </span>
        </span>
        <span className={classes.barCell}>
          <RunBar counts={counts} size="sm" />
          <span className={classes.soft}>
            {t('imports.progress', { done: settledOrders(counts), of: counts.orders })}
            {toDecide > 0 && <strong className={classes.warnWord}> · {t('imports.toDecide', { count: toDecide })}</strong>}
            {faulty > 0 && <strong className={classes.badWord}> · {t('imports.failed', { count: faulty })}</strong>}
          </span>
        </span>
        <IconChevronRight className={classes.chevron} aria-hidden="true" />
      </button>
    </li>
  );
}
