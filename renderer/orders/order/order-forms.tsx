import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { useOrderingChoices } from '../../bridge/ordering.ts';
import { toStationError } from '../../bridge/station.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { InlineForm } from './inline-form.tsx';
import type { OrderChanges } from './use-order-changes.ts';
import { readWeight } from './weight-text.ts';

interface OrderFormProps {
  order: OrderPage['order'];
  changes: OrderChanges;
  onClose: () => void;
}

/** The weight of the whole order. */
export function WeightForm({ order, changes, onClose }: OrderFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(order.weight === null ? '' : String(order.weight));
  const weight = readWeight(text);
  return (
    <InlineForm
      label={t('orders.change.order-weight')}
      hasTitle={false}
      submitLabel={t('orders.save')}
      canSubmit={weight !== null && weight !== order.weight}
      isPending={changes.isPending}
      onSubmit={() => weight !== null && changes.submit({ kind: 'order-weight', orderId: order.id, weight }, onClose)}
      onClose={onClose}
    >
      <TextInput
        label={t('orders.form.weight')}
        inputMode="decimal"
        autoComplete="off"
        ref={takeFocus}
        error={text.trim() !== '' && weight === null ? t('orders.form.weightWrong') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </InlineForm>
  );
}

/** The operator's note on the order. */
export function NoteForm({ order, changes, onClose }: OrderFormProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState(order.additionalInfo);
  return (
    <InlineForm
      label={t('orders.change.order-note')}
      hasTitle={false}
      submitLabel={t('orders.save')}
      canSubmit={note.trim() !== order.additionalInfo.trim()}
      isPending={changes.isPending}
      onSubmit={() => changes.submit({ kind: 'order-note', orderId: order.id, note: note.trim() }, onClose)}
      onClose={onClose}
    >
      <div data-wide="true">
        <Textarea
          ref={takeFocus}
          label={t('orders.facts.note')}
          rows={4}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  );
}

/** Another way by which the order is delivered. */
export function DeliveryForm({ order, changes, onClose }: OrderFormProps) {
  const { t } = useTranslation();
  const choices = useOrderingChoices();
  const [chosen, setChosen] = useState(order.deliveryModeId);
  const modes = choices.data?.deliveryModes.filter(({ providerTypes }) => providerTypes.length === 0 || providerTypes.includes(order.providerType)) ?? [];
  const known = modes.some(({ id }) => id === order.deliveryModeId);
  const common = { label: t('orders.form.delivery'), value: chosen };
  return (
    <InlineForm
      label={t('orders.change.order-delivery')}
      hasTitle={false}
      submitLabel={t('orders.save')}
      canSubmit={chosen.trim() !== '' && chosen.trim() !== order.deliveryModeId}
      isPending={changes.isPending}
      onSubmit={() => changes.submit({ kind: 'order-delivery', orderId: order.id, deliveryModeId: chosen.trim() }, onClose)}
      onClose={onClose}
    >
      {modes.length > 0 ? (
        <NativeSelect
          {...common}
          ref={takeFocus}
          data={[
            ...(known ? [] : [{ value: order.deliveryModeId, label: order.deliveryModeName || order.deliveryModeId }]),
            ...modes.map(({ id, name }) => ({ value: id, label: name || id })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...common} ref={takeFocus} description={t('orders.form.deliveryUnknown')} maxLength={100} onChange={(event) => setChosen(event.currentTarget.value)} />
      )}
      {choices.error && <ErrorNote error={toStationError(choices.error)} />}
    </InlineForm>
  );
}

/** The field of a form that has just been opened takes the keyboard. */
function takeFocus(field: HTMLElement | null): void {
  field?.focus();
  // A number that is typed takes the place of the old one.
  if (field instanceof HTMLInputElement) field.select();
}
