import { NativeSelect } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { importRowKinds, type ImportRow, type ImportRun } from '../../preload/contract/order-imports.ts';
import { useImportRows } from '../bridge/imports.ts';
import { toStationError } from '../bridge/station.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import { faultWords } from '../ordering/fault-words.ts';
import { PaymentWord } from '../ordering/sent-row.tsx';
import { SentSign } from '../ordering/sent-sign.tsx';
import { standingOf } from '../ordering/sent-standing.ts';
import { useOpenedRow } from '../orders/opened-row.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './run.module.css';
import { PositionPager } from './position-pager.tsx';
import { placeOf, rowRange } from './row-words.ts';
import type { RunView } from './run-view.ts';

interface RunRowsProps {
  section: RefObject<HTMLElement | null>;
  run: ImportRun;
  view: RunView;
  onView: (view: RunView) => void;
  onOpen: (sentId: string) => void;
}

/** The orders of a run with what became of each. */
export function RunRows({ section, run, view: { show, from }, onView, onOpen }: RunRowsProps) {
  const { t } = useTranslation();
  const rows = useImportRows(run.id, show, from);
  const noteOpened = useOpenedRow(`run ${run.id}`, section, rows.isFetchedAfterMount);
  const hasRows = run.format !== 'xml';

  function open(sentId: string): void {
    noteOpened(sentId);
    onOpen(sentId);
  }

  return (
    <section ref={section} className={classes.section} aria-label={t('imports.rows.title')}>
      <div className={classes.rowsHead}>
        <h2>{t('imports.rows.title')}</h2>
        <NativeSelect
          aria-label={t('imports.rows.show')}
          value={show}
          data={importRowKinds.map((value) => ({ value, label: t(`imports.rows.kind.${value}`) }))}
          onChange={(event) => onView({ show: importRowKinds.find((kind) => kind === event.currentTarget.value) ?? 'all', from: 0 })}
        />
      </div>
      {rows.error && <ErrorNote error={toStationError(rows.error)} />}
      {rows.data?.rows.length === 0 && <p className={classes.soft}>{t('imports.rows.none')}</p>}
      {rows.data && rows.data.rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {hasRows && <th scope="col">{t('imports.rows.rows')}</th>}
                <th scope="col">{t('ordering.field.reference')}</th>
                <th scope="col">{t('imports.rows.result')}</th>
                <th scope="col">{t('imports.rows.order')}</th>
                <th scope="col">{t('imports.rows.remark')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.data.rows.map((row) => (
                <Row key={row.id} row={row} hasRows={hasRows} onOpen={open} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PositionPager from={from} next={rows.data?.next ?? null} onFrom={(next) => onView({ show, from: next })} />
    </section>
  );
}

function Row({ row, hasRows, onOpen }: { row: ImportRow; hasRows: boolean; onOpen: (sentId: string) => void }) {
  const { t } = useTranslation();
  const { id, rows, reference, order, lines, payment } = row;
  const name = order ? t('ordering.sent.orderTitle', { number: order.number }) : t('imports.rows.open');
  return (
    <tr>
      {hasRows && <td className={classes.tabular}>{rowRange(rows)}</td>}
      <td>
        {reference || t('common.none')}
        <p className={classes.soft}>{t('common.lines', { count: lines })}</p>
      </td>
      <td>
        <SentSign standing={standingOf(row)} />
      </td>
      <td>
        <button type="button" className={classes.link} data-row={id} onClick={() => onOpen(id)}>
          {name}
        </button>
        {payment && (
          <p>
            <PaymentWord state={payment.state} />
          </p>
        )}
      </td>
      <td>
        <Remark row={row} hasRows={hasRows} />
      </td>
    </tr>
  );
}

/** Why it is as it is: mistakes of the file, OT Platform's words, or how many lines differ. */
function Remark({ row: { faults, error, payment, different, rows }, hasRows }: { row: ImportRow; hasRows: boolean }) {
  const { t } = useTranslation();
  const trouble = error ?? payment?.error ?? null;
  const errors = faults.filter(({ level }) => level === 'error');
  return (
    <>
      {errors.map((fault) => (
        <p key={`${fault.line ?? ''} ${fault.field} ${fault.fault}`}>
          <strong>{placeOf(t, fault, rows, hasRows)}</strong> {faultWords(t, fault)}
        </p>
      ))}
      {trouble && <p>{[errorWords(t, trouble).what, ...errorDetails(t, trouble).slice(0, 1)].join(' ')}</p>}
      {different > 0 && <p>{t('ordering.history.different', { count: different })}</p>}
    </>
  );
}
