import { useTranslation } from 'react-i18next';
import type { SentOrder } from '../../preload/contract/order-sending.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { PaymentPanel } from '../orders/payment-panel.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { MissingReasons } from './missing-reasons.tsx';
import { SentDecision } from './sent-decision.tsx';
import { SentLines } from './sent-lines.tsx';
import { standingOf } from './sent-standing.ts';
import classes from './sent-screen.module.css';
import { UnsurePanel } from './unsure-panel.tsx';

/** What came of it: the comparison with what can be decided, or the lines as they were sent; then its payment. */
export function SentContent({ sent, goTo }: { sent: SentOrder; goTo: GoTo }) {
  const { t } = useTranslation();
  const standing = standingOf(sent);
  const { comparison, order, currency } = sent;
  const missing = comparison?.lines.filter(({ made }) => made === null).length ?? 0;
  const canCopy = standing !== 'waiting' && standing !== 'sending' && standing !== 'lost' && standing !== 'comparing';
  return (
    <>
      {standing === 'unsure' && <UnsurePanel sent={sent} />}
      {(standing === 'refused' || standing === 'stopped' || standing === 'invalid') && <SentDecision sent={sent} goTo={goTo} />}
      <section className={classes.section} aria-label={comparison ? t('ordering.compare.title') : t('ordering.draft.lines')}>
        <h2>{comparison ? t('ordering.compare.title') : t('ordering.draft.lines')}</h2>
        {comparison ? <ComparisonTable comparison={comparison} currency={currency} /> : <SentLines draft={sent.draft} />}
      </section>
      {missing > 0 && <MissingReasons count={missing} />}
      {order && canCopy && <SentDecision sent={sent} goTo={goTo} />}
      {order && <PaymentPanel orderId={order.id} />}
    </>
  );
}
