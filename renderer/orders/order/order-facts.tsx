import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryAddress, OrderPage } from '../../../preload/contract/order-page.ts';
import { useFormat } from '../../i18n/format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DeliveryForm, NoteForm, WeightForm } from './order-forms.tsx';
import classes from './order-screen.module.css';
import type { OrderChanges } from './use-order-changes.ts';

interface OrderFactsProps {
  page: OrderPage;
  changes: OrderChanges;
}

type Edited = 'delivery' | 'weight' | 'note';

/** Whose order it is, where it goes, and what was written to it; what can be changed has its button beside it. */
export function OrderFacts({ page, changes }: OrderFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<Edited | null>(null);
  const left = useRef<Edited | null>(null);
  const { order, isWhole } = page;
  const canEdit = isWhole && !order.isCancelled;

  function close(): void {
    left.current = edited;
    setEdited(null);
  }

  /** Its form was left: the keyboard is at the button again from which it came. */
  function takeBack(fact: Edited, button: HTMLButtonElement | null): void {
    // Until the change is told to be over the button cannot be pressed, nor have the keyboard.
    if (button === null || button.disabled || left.current !== fact) return;
    left.current = null;
    button.focus();
  }

  const formProps = { order, changes, onClose: close };
  const edit = (fact: Edited, label: string) =>
    canEdit && edited !== fact ? (
      <Button
        ref={(button) => takeBack(fact, button)}
        size="compact-xs"
        variant="subtle"
        aria-label={t('orders.editFact', { what: label })}
        disabled={changes.isPending}
        onClick={() => setEdited(fact)}
      >
        {t('orders.edit')}
      </Button>
    ) : null;
  return (
    <section className={classes.card} aria-label={t('orders.facts.title')}>
      <dl className={classes.facts}>
        <Fact label={t('orders.facts.customer')} value={customerWords(order)} />
        <Fact label={t('orders.facts.id')} value={order.id} action={<CopyButton text={order.id} label={t('orders.copyId')} isBare />} />
        {order.reference !== '' && (
          <Fact
            label={t('orders.facts.reference')}
            value={order.reference}
            action={<CopyButton text={order.reference} label={t('orders.copyReference')} isBare />}
          />
        )}
        <Fact
          label={t('orders.facts.delivery')}
          value={order.deliveryModeName || order.deliveryModeId}
          action={order.can.changeAddress ? edit('delivery', t('orders.change.order-delivery')) : null}
        >
          {edited === 'delivery' && <DeliveryForm {...formProps} />}
        </Fact>
        <Fact
          label={t('orders.facts.weight')}
          value={order.weight === null ? '' : t('receive.card.weight', { weight: format.number(order.weight) })}
          action={edit('weight', t('orders.change.order-weight'))}
        >
          {edited === 'weight' && <WeightForm {...formProps} />}
        </Fact>
        <Fact label={t('orders.facts.note')} value={order.additionalInfo} action={edit('note', t('orders.change.order-note'))}>
          {edited === 'note' && <NoteForm {...formProps} />}
        </Fact>
        {order.operatorName !== '' && <Fact label={t('orders.facts.operator')} value={order.operatorName} />}
        {order.comment !== '' && <Fact label={t('orders.facts.comment')} value={order.comment} isWide />}
        {order.address && <Fact label={t('orders.facts.address')} value={addressWords(order.address)} isWide />}
      </dl>
    </section>
  );
}

interface FactProps {
  label: string;
  value: string;
  action?: ReactNode;
  /** It is often long. */
  isWide?: boolean;
  /** The form in which it is changed, while it is open; stands in the place of the value. */
  children?: ReactNode;
}

function Fact({ label, value, action = null, isWide = false, children }: FactProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.fact} data-wide={isWide || Boolean(children)}>
      <dt>{label}</dt>
      <dd>
        {children || (
          <>
            <span translate="no">{value || t('common.none')}</span> {action}
          </>
        )}
      </dd>
    </div>
  );
}

function customerWords({ customerName, customerLogin, customerId }: OrderPage['order']): string {
  return [customerName, customerLogin, customerId].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join(' · ');
}

/** Name, address and telephone. */
function addressWords({ lastName, firstName, middleName, country, region, city, address, postalCode, phone }: DeliveryAddress): string {
  const lines = [
    [lastName, firstName, middleName].filter(Boolean).join(' '),
    [postalCode, country, region, city].filter(Boolean).join(', '),
    address,
    phone,
  ];
  return lines.filter(Boolean).join(' · ');
}
