import { SegmentedControl } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CheckedOrder, ImportCheck } from '../../preload/contract/order-imports.ts';
import { useFormat } from '../i18n/format.ts';
import { faultWords } from '../ordering/fault-words.ts';
import classes from './imports.module.css';
import { PositionPager } from './position-pager.tsx';
import { placeOf, rowRange } from './row-words.ts';

const filters = ['all', 'faulty', 'warned'] as const;
export type CheckFilter = (typeof filters)[number];

interface CheckResultsProps {
  /** Undefined while it is read for the first time. */
  check: ImportCheck | undefined;
  isReading: boolean;
  /** The file has rows with numbers; one of XML has only orders. */
  hasRows: boolean;
  only: CheckFilter;
  onOnly: (only: CheckFilter) => void;
  from: number;
  onFrom: (from: number) => void;
}

/** The orders of a file before anything is sent, with what is wrong with each. */
export function CheckResults({ check, isReading, hasRows, only, onOnly, from, onFrom }: CheckResultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!check) return <p className={classes.soft}>{isReading ? t('imports.check.reading') : ''}</p>;
  const counts: Record<CheckFilter, number> = { all: check.orders, faulty: check.faulty, warned: check.warned };
  return (
    <section className={classes.section} aria-label={t('imports.check.title')}>
      <h2>{t('imports.check.title')}</h2>
      <p className={classes.counts} aria-live="polite">
        <span>
          <strong>{t('common.orders', { count: check.orders })}</strong>, {t('common.lines', { count: check.lines })}
        </span>
        <span className={check.faulty > 0 ? classes.badWord : classes.soft}>{t('imports.check.faulty', { count: check.faulty })}</span>
        <span className={check.warned > 0 ? classes.warnWord : classes.soft}>{t('imports.check.warned', { count: check.warned })}</span>
      </p>
      <SegmentedControl
        className={classes.filter ?? ''}
        aria-label={t('imports.check.filter')}
        value={only}
        data={filters.map((value) => ({ value, label: `${t(`imports.check.only.${value}`)} ${format.number(counts[value])}` }))}
        onChange={onOnly}
      />
      {check.shown.length === 0 ? (
        <p className={classes.soft}>{t('imports.check.none')}</p>
      ) : (
        <ul className={classes.list}>
          {check.shown.map((order) => (
            <CheckedRow key={order.position} order={order} hasRows={hasRows} />
          ))}
        </ul>
      )}
      <PositionPager from={from} next={check.next} onFrom={onFrom} />
    </section>
  );
}

function CheckedRow({ order, hasRows }: { order: CheckedOrder; hasRows: boolean }) {
  const { t } = useTranslation();
  const { position, rows, draft, faults } = order;
  const hasError = faults.some(({ level }) => level === 'error');
  const RowIcon = hasError ? IconAlertCircle : faults.length > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <li className={classes.checked} data-tone={hasError ? 'bad' : faults.length > 0 ? 'warn' : 'good'}>
      <p className={classes.checkedHead}>
        <RowIcon className={classes.icon} aria-hidden="true" />
        <strong>{draft.reference.trim() || t('imports.check.order', { number: position + 1 })}</strong>
        <span className={classes.soft}>
          {t('common.lines', { count: draft.lines.length })}
          {hasRows && ` · ${t('imports.check.rows', { count: rows.length, rows: rowRange(rows) })}`}
        </span>
      </p>
      {faults.length > 0 && (
        <ul className={classes.faults}>
          {faults.map((fault) => (
            <li key={`${fault.line ?? ''} ${fault.field} ${fault.fault}`} data-level={fault.level}>
              <strong>{placeOf(t, fault, rows, hasRows)}</strong> {faultWords(t, fault)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
