import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../preload/contract/orders.ts';
import { useOrderFilterChoices } from '../../bridge/orders.ts';
import { useOrderDates } from '../order-dates.ts';
import { noFilter, partsOf, withoutPart, type FilterPart } from './order-filter.ts';
import classes from './orders-screen.module.css';

/** Every limit that acts now, each with a button that takes it away. */
export function FilterChips({ filter, onFilter }: { filter: OrderFilter; onFilter: Dispatch<SetStateAction<OrderFilter>> }) {
  const { t } = useTranslation();
  const words = usePartWords();
  const parts = partsOf(filter);
  if (parts.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('orders.filter.active')}>
      {parts.map((part) => {
        const text = words(part);
        return (
          <li key={text}>
            <button
              type="button"
              className={classes.chip}
              aria-label={t('orders.filter.remove', { part: text })}
              onClick={() => onFilter((before) => withoutPart(before, part))}
            >
              {text}
              <IconX size="0.875rem" aria-hidden="true" />
            </button>
          </li>
        );
      })}
      <li>
        <Button size="compact-sm" variant="subtle" onClick={() => onFilter(noFilter)}>
          {t('orders.filter.clear')}
        </Button>
      </li>
    </ul>
  );
}

function usePartWords(): (part: FilterPart) => string {
  const { t } = useTranslation();
  const dates = useOrderDates();
  const choices = useOrderFilterChoices().data;
  return (part) => {
    switch (part.kind) {
      case 'text':
        return t('orders.filter.chip.text', { value: part.value });
      case 'createdFrom':
        return t('orders.filter.chip.from', { value: dates.day(part.value) });
      case 'createdTo':
        return t('orders.filter.chip.to', { value: dates.day(part.value) });
      case 'providerType': {
        const name = choices?.providers.find(({ type }) => type === part.value)?.name;
        return t('orders.filter.chip.provider', { value: name === undefined || name === '' ? part.value : name });
      }
      case 'customer':
        return t('orders.filter.chip.customer', { value: part.value });
      case 'status': {
        const name = choices?.statuses.find(({ id }) => id === part.statusId)?.name;
        return t('orders.filter.chip.status', { value: name ?? part.statusId });
      }
      case 'payment':
        return t(`orders.payment.${part.value}`);
    }
  };
}
