import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChoice } from '../../preload/contract/activity-starts.ts';
import { useOrderChoices } from '../bridge/starts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { leaveField } from '../ui/leave-field.ts';
import { orderNumber } from '../ui/order-number.ts';
import classes from './order-picker.module.css';

const typingPauseMs = 120;
const lists = ['to-buy', 'bought'] as const;

interface OrderPickerProps {
  field: RefObject<HTMLInputElement | null>;
  /** The list that suits the kind of activity; a person may look at the other one. */
  suits: (typeof lists)[number];
  text: string;
  onText: (text: string) => void;
  orders: readonly string[];
  onToggle: (order: string) => void;
}

/** Orders of the cache to choose from, and a number typed by hand for those it does not have. */
export function OrderPicker({ field, suits, text, onText, orders, onToggle }: OrderPickerProps) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<(typeof lists)[number] | null>(null);
  const list = looked ?? suits;
  const [settled] = useDebouncedValue(text.trim(), typingPauseMs);
  const choices = useOrderChoices(list, settled);
  const typed = text.trim();

  function take(): void {
    if (typed === '') return;
    if (!orders.includes(typed)) onToggle(typed);
    onText('');
  }

  return (
    <section className={classes.picker} aria-label={t('starts.orders')}>
      <div className={classes.head}>
        <h2>{t('starts.orders')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('starts.list.label')}
          value={list}
          data={lists.map((value) => ({ value, label: t(`starts.list.${value}`) }))}
          onChange={setLooked}
        />
      </div>
      <form
        className={classes.typed}
        aria-label={t('starts.field')}
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          aria-label={t('starts.field')}
          placeholder={t('starts.fieldHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          leftSection={<IconSearch size="1rem" />}
          rightSection={<KeyCap>F</KeyCap>}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => leaveField(event, text, onText)}
        />
        <Button type="submit" variant="default" disabled={typed === ''} rightSection={<KeyCap>{t('key.enter')}</KeyCap>}>
          {t('starts.take')}
        </Button>
      </form>
      {choices.error && <ErrorNote error={toStationError(choices.error)} />}
      {/* Scrolls, so the keyboard must reach it also when it is empty. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.list} aria-label={t(`starts.list.${list}`)} tabIndex={0}>
        {choices.data?.orders.length === 0 && (
          <p className={classes.empty}>{settled === '' ? t(`starts.noChoices.${list}`) : t('starts.nothingFound', { text: settled })}</p>
        )}
        <ul>
          {choices.data?.orders.map((order) => (
            <li key={order.orderId}>
              <Choice order={order} isChosen={orders.includes(order.orderId)} onToggle={() => onToggle(order.orderId)} />
            </li>
          ))}
        </ul>
        {choices.data?.more && <p className={classes.empty}>{t('starts.moreChoices')}</p>}
      </section>
    </section>
  );
}

function Choice({ order, isChosen, onToggle }: { order: OrderChoice; isChosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const { orderId, number, customerName, providerType, lines, pieces, title, pictureUrl } = order;
  return (
    <label className={classes.order}>
      <Checkbox checked={isChosen} onChange={onToggle} />
      <GoodsPicture url={pictureUrl} />
      <span>
        <span className={classes.number}>{t('receive.card.order', { number: orderNumber({ orderId, orderNumber: number }) })}</span>{' '}
        <span className={classes.soft}>
          {[customerName, providerType, t('common.lines', { count: lines }), t('common.pieces', { count: pieces })]
            .filter((fact) => fact !== '')
            .join(' · ')}
        </span>
        <span className={classes.title}>
          {title.translated || title.original}
        </span>
      </span>
    </label>
  );
}
