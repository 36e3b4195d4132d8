import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChange, OrderPageLine } from '../../../preload/contract/order-page.ts';
import { useFieldScans } from '../../ui/use-field-scans.ts';
import { InlineForm } from './inline-form.tsx';
import type { LineAction } from './line-rights.ts';
import { readPieces } from './pieces-text.ts';
import { readWeight } from './weight-text.ts';
import { withWaybill } from './with-waybill.ts';

interface LineFormProps {
  orderId: string;
  line: OrderPageLine;
  isPending: boolean;
  onSubmit: (change: OrderChange) => void;
  onClose: () => void;
}

/** The form of one change of a line. */
export function LineForm({ action, ...props }: LineFormProps & { action: LineAction }) {
  switch (action) {
    case 'line-status':
      return <StatusForm {...props} />;
    case 'line-purchase':
      return <PurchaseForm {...props} />;
    case 'line-comment':
      return <CommentForm {...props} />;
    case 'line-weight':
      return <LineWeightForm {...props} />;
    case 'split-line':
      return <SplitForm {...props} />;
    case 'cancel-line':
    case 'restore-line':
      return <ConfirmForm {...props} kind={action} />;
  }
}

/** What all these forms have in common. */
function useForm({ orderId, line: { lineId, lineNumber }, isPending, onClose }: LineFormProps, kind: LineAction) {
  const { t } = useTranslation();
  return {
    t,
    target: { orderId, lineId },
    form: { label: t(`orders.change.${kind}`, { line: lineNumber }), submitLabel: t('orders.save'), isPending, onClose },
  };
}

function StatusForm(props: LineFormProps) {
  const { line, onSubmit } = props;
  const { t, target, form } = useForm(props, 'line-status');
  const [chosen, setChosen] = useState('');
  const status = line.availableStatuses.find(({ id }) => String(id) === chosen);
  return (
    <InlineForm {...form} canSubmit={status !== undefined} onSubmit={() => status && onSubmit({ kind: 'line-status', ...target, statusId: status.id })}>
      <NativeSelect
        ref={takeFocus}
        label={t('orders.form.status', { now: line.status.name })}
        value={chosen}
        data={[{ value: '', label: t('orders.form.statusChoose') }, ...line.availableStatuses.map(({ id, name }) => ({ value: String(id), label: name }))]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </InlineForm>
  );
}

/** Provider order and waybill by hand, for goods that were not bought by an export. A scan fills the waybill. */
function PurchaseForm(props: LineFormProps) {
  const { line, onSubmit } = props;
  const { t, target, form } = useForm(props, 'line-purchase');
  const [providerOrderId, setProviderOrderId] = useState(line.providerOrderId);
  const [waybill, setWaybill] = useState(line.waybillField);
  useFieldScans(({ raw }) => setWaybill((before) => withWaybill(before, raw)));
  const isChanged = providerOrderId.trim() !== line.providerOrderId || waybill.trim() !== line.waybillField;
  return (
    <InlineForm
      {...form}
      text={t('orders.form.purchaseText')}
      canSubmit={isChanged}
      onSubmit={() => onSubmit({ kind: 'line-purchase', ...target, providerOrderId: providerOrderId.trim(), waybill: waybill.trim() })}
    >
      <TextInput
        ref={takeFocus}
        label={t('orders.form.providerOrder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={providerOrderId}
        onChange={(event) => setProviderOrderId(event.currentTarget.value)}
      />
      <div data-wide="true">
        <TextInput
          label={t('orders.form.waybill')}
          description={t('orders.form.waybillHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          leftSection={<IconBarcode size="1rem" aria-hidden="true" />}
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          value={waybill}
          onChange={(event) => setWaybill(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  );
}

function CommentForm(props: LineFormProps) {
  const { line, onSubmit } = props;
  const { t, target, form } = useForm(props, 'line-comment');
  const [comment, setComment] = useState(line.operatorComment);
  return (
    <InlineForm {...form} canSubmit={comment.trim() !== line.operatorComment.trim()} onSubmit={() => onSubmit({ kind: 'line-comment', ...target, comment: comment.trim() })}>
      <div data-wide="true">
        <Textarea
          ref={takeFocus}
          label={t('orders.form.comment')}
          rows={3}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  );
}

function LineWeightForm(props: LineFormProps) {
  const { line, onSubmit } = props;
  const { t, target, form } = useForm(props, 'line-weight');
  const [text, setText] = useState(line.weight === null ? '' : String(line.weight));
  const weight = readWeight(text);
  return (
    <InlineForm {...form} canSubmit={weight !== null && weight !== line.weight} onSubmit={() => weight !== null && onSubmit({ kind: 'line-weight', ...target, weight })}>
      <TextInput
        ref={takeFocus}
        label={t('orders.form.lineWeight')}
        inputMode="decimal"
        autoComplete="off"
        error={text.trim() !== '' && weight === null ? t('orders.form.weightWrong') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </InlineForm>
  );
}

function SplitForm(props: LineFormProps) {
  const { line, onSubmit } = props;
  const { t, target, form } = useForm(props, 'split-line');
  const [text, setText] = useState('');
  const pieces = readPieces(text, line.quantity);
  const isWrong = text.trim() !== '' && pieces === null;
  return (
    <InlineForm
      {...form}
      text={t('orders.form.splitText')}
      submitLabel={t('orders.form.split')}
      canSubmit={pieces !== null}
      onSubmit={() => pieces !== null && onSubmit({ kind: 'split-line', ...target, pieces })}
    >
      <TextInput
        ref={takeFocus}
        label={t('orders.form.pieces', { quantity: line.quantity })}
        inputMode="numeric"
        autoComplete="off"
        error={isWrong ? t('orders.form.piecesWrong', { most: line.quantity - 1 }) : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </InlineForm>
  );
}

function ConfirmForm({ kind, ...props }: LineFormProps & { kind: 'cancel-line' | 'restore-line' }) {
  const { t, target, form } = useForm(props, kind);
  return (
    <InlineForm {...form} text={t(`orders.form.${kind}.text`)} submitLabel={t(`orders.form.${kind}.yes`)} closeLabel={t('orders.endings.no')} canSubmit onSubmit={() => props.onSubmit({ kind, ...target })} />
  );
}

/** The field of a form that has just been opened takes the keyboard. */
function takeFocus(field: HTMLElement | null): void {
  field?.focus();
  // A number that is typed takes the place of the old one.
  if (field instanceof HTMLInputElement) field.select();
}
