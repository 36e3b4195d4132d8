import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityLine } from '../../preload/contract/activities.ts';
import { BilingualTitle } from '../ui/bilingual-title.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { orderNumber } from '../ui/order-number.ts';
import { Waybill } from '../ui/waybill.tsx';
import screen from './activity-screen.module.css';
import classes from './lines-table.module.css';
import { PriceWarning } from './price-warning.tsx';
import { byProviderOrder } from './provider-orders.ts';

interface LinesTableProps {
  lines: readonly ActivityLine[];
  /** The line that a step has led to, and how often one has. */
  marked: { lineId: string; times: number };
}

/** The lines that an activity concerns, by the provider order to which they are bound. */
export function LinesTable({ lines, marked }: LinesTableProps) {
  const { t } = useTranslation();
  return (
    <section className={screen.section} aria-label={t('activities.lines.title')}>
      <h2>{t('activities.lines.title')}</h2>
      {lines.length === 0 ? (
        <p className={screen.empty}>{t('activities.lines.none')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('activities.lines.line')}</th>
                <th scope="col">{t('activities.lines.goods')}</th>
                <th scope="col">{t('activities.lines.status')}</th>
                <th scope="col">{t('activities.lines.waybills')}</th>
              </tr>
            </thead>
            <tbody>
              {byProviderOrder(lines).map(({ providerOrderId, lines: bound }) => (
                <Fragment key={providerOrderId}>
                  <GroupRow providerOrderId={providerOrderId} count={bound.length} />
                  {bound.map((line) => (
                    <LineRow key={line.lineId} line={line} marked={marked.lineId === line.lineId ? marked.times : 0} />
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function GroupRow({ providerOrderId, count }: { providerOrderId: string; count: number }) {
  const { t } = useTranslation();
  const isBound = providerOrderId !== '';
  return (
    <tr className={classes.group} data-bound={isBound}>
      <th scope="colgroup" colSpan={4}>
        <span className={classes.groupHead}>
          <span>{isBound ? t('receive.card.providerOrder', { number: providerOrderId }) : t('activities.lines.unbound')}</span>
          <span className={classes.soft}>{t('common.lines', { count })}</span>
          {isBound && <CopyButton text={providerOrderId} label={t('activities.lines.copy')} />}
        </span>
      </th>
    </tr>
  );
}

function LineRow({ line, marked }: { line: ActivityLine; marked: number }) {
  const { t } = useTranslation();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (marked === 0) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [marked]);
  return (
    <tr ref={row} className={classes.line} data-marked={marked > 0} tabIndex={-1}>
      <td>
        <GoodsPicture url={line.pictureUrl} />
        <p className={classes.number}>{t('activities.line', { line: line.lineNumber })}</p>
        <p className={classes.soft}>{orderNumber(line)}</p>
      </td>
      <td>
        <BilingualTitle title={line.title} configuration={line.configuration} />
        <p className={classes.soft}>{t('common.pieces', { count: line.quantity })}</p>
        {line.priceWarning && <PriceWarning warning={line.priceWarning} />}
      </td>
      <td>{line.status.name}</td>
      <td>
        <div className={classes.waybills}>
          {line.waybills.length === 0 ? (
            <span className={classes.soft}>{t('lookup.noWaybill')}</span>
          ) : (
            line.waybills.map((waybill) => <Waybill key={waybill} number={waybill} />)
          )}
        </div>
      </td>
    </tr>
  );
}
