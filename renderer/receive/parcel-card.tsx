import { IconMessage2, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EarlierReceipt, Parcel } from '../../preload/contract/receiving.ts';
import { useFormat } from '../i18n/format.ts';
import { LineRow } from './line-row.tsx';
import { groupByOrder, type OrderGroup } from './parcel-lines.ts';
import { earlierWords } from './strip-content.ts';
import classes from './parcel-card.module.css';

/** The parcel on the desk: its order lines, order by order. */
export function ParcelCard({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation();
  return (
    <section className={classes.card} aria-label={t('receive.card.label')}>
      {groupByOrder(parcel.lines).map((group) => (
        <Order key={group.orderId} group={group} waybill={parcel.waybill} />
      ))}
      {parcel.earlier.length > 0 && <EarlierReceipts receipts={parcel.earlier} />}
    </section>
  );
}

function Order({ group, waybill }: { group: OrderGroup; waybill: string }) {
  const { t } = useTranslation();
  return (
    <section className={classes.order} aria-label={t('receive.card.order', { number: group.number })}>
      <header className={classes.head}>
        <div className={classes.whose}>
          <h2 className={classes.number} title={group.orderId}>
            {t('receive.card.order', { number: group.number })}
          </h2>
          {group.customerName !== '' && (
            <span className={classes.customer}>
              <IconUser className={classes.icon} aria-hidden="true" />
              {group.customerName}
            </span>
          )}
        </div>
        <span className={classes.column}>{t('receive.card.expected')}</span>
        <span className={classes.column}>{t('receive.card.before')}</span>
        <span className={classes.column}>{t('receive.card.now')}</span>
      </header>
      {group.customerComment !== '' && (
        <p className={classes.comment}>
          <IconMessage2 className={classes.icon} aria-hidden="true" />
          {group.customerComment}
        </p>
      )}
      <ul>
        {group.lines.map((line) => (
          <LineRow key={line.lineId} line={line} waybill={waybill} />
        ))}
      </ul>
    </section>
  );
}

function EarlierReceipts({ receipts }: { receipts: EarlierReceipt[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.earlier}>
      <h3>{t('receive.card.earlierTitle')}</h3>
      <ul>
        {receipts.map((receipt, index) => (
          <li key={receipt.receiptId ?? `elsewhere-${index}`} data-undone={receipt.undone}>
            <span>{earlierWords(receipt, t, format)}</span>
            <span className={classes.pieces}>{t('common.pieces', { count: receipt.pieces })}</span>
            {receipt.undone && <span className={classes.undone}>{t('receive.card.earlierUndone')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
