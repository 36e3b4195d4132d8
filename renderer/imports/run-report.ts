import type { TFunction } from 'i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import type { ImportRow } from '../../preload/contract/order-imports.ts';
import type { RunReport } from '../bridge/imports.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import { faultWords, fieldName } from '../ordering/fault-words.ts';
import { standingOf } from '../ordering/sent-standing.ts';

const columns = ['row', 'reference', 'result', 'order', 'different', 'payment', 'by', 'at', 'remark'] as const;

/** Dates that a spreadsheet knows as such in every language: `2024-05-08 10:00:00`, in the station's time. */
const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** What became of every row of a file: a row of the report for each of them, and one for each order of a file without rows. */
export function runReport(t: TFunction, orders: readonly ImportRow[]): RunReport {
  return {
    columns: columns.map((column) => t(`imports.report.${column}`)),
    rows: orders.flatMap((order) => (order.rows.length === 0 ? [reportRow(t, order, null)] : order.rows.map((_, line) => reportRow(t, order, line)))),
  };
}

/** `line`: position of the row among those of its order; null when the file has no rows. */
function reportRow(t: TFunction, order: ImportRow, line: number | null): (string | number | null)[] {
  const { rows, reference, different, payment, by, settledAt, at } = order;
  return [
    line === null ? null : (rows[line] ?? null),
    reference,
    t(`ordering.standing.${standingOf(order)}`),
    order.order?.number ?? '',
    different,
    payment === null ? '' : t(`ordering.payment.${payment.state}`),
    by,
    moment.format(new Date(settledAt ?? at)),
    remarkOf(t, order, line),
  ];
}

function remarkOf(t: TFunction, { faults, error, payment }: ImportRow, line: number | null): string {
  const isOwn = (fault: DraftFault): boolean => line === null || fault.line === line || (fault.line === null && line === 0);
  const wrong = faults.filter(isOwn).map((fault) => `${fieldName(t, fault)}: ${faultWords(t, fault)}`);
  const troubles = [error, payment?.error].flatMap((trouble) =>
    trouble ? [[errorWords(t, trouble).what, ...errorDetails(t, trouble)].join(' ')] : [],
  );
  return [...wrong, ...troubles].join(' ');
}
