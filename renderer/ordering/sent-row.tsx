import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaymentState, SentOrderSummary } from '../../preload/contract/order-sending.ts';
import { useFormat } from '../i18n/format.ts';
import { errorWords } from '../i18n/words.ts';
import classes from './sent-list-screen.module.css';
import { SentSign } from './sent-sign.tsx';
import { standingOf } from './sent-standing.ts';

/** One that was sent, in a list: how it stands, what it is, and the way to it. */
export function SentRow({ sent, onOpen }: { sent: SentOrderSummary; onOpen: (sentId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, reference, order, lines, different, by, station, at, payment, error } = sent;
  const standing = standingOf(sent);
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} data-choice="" data-row={id} onClick={() => onOpen(id)}>
        <SentSign standing={standing} />
        <span className={classes.main}>
          <span className={classes.name}>
            {order ? t('ordering.sent.orderTitle', { number: order.number }) : reference || t('ordering.draft.nameless')}
          </span>
          {order && reference !== '' && <span className={classes.soft}>{reference}</span>}
          {error && <span className={classes.trouble}>{errorWords(t, error).what}</span>}
        </span>
        <span className={classes.soft}>
          {t('common.lines', { count: lines })}
          {different > 0 && ` · ${t('ordering.history.different', { count: different })}`}
        </span>
        {payment && <PaymentWord state={payment.state} />}
        <span className={classes.when}>
          {format.moment(at)} · {by || t('ordering.somebody')} · {station}
        </span>
        <IconChevronRight className={classes.chevron} aria-hidden="true" />
      </button>
    </li>
  );
}

/** How the payment of an order stands, in a word. */
export function PaymentWord({ state }: { state: PaymentState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.payment} data-state={state}>
      {t(`ordering.payment.${state}`)}
    </span>
  );
}
