import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Dispatch, RefObject, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../preload/contract/orders.ts';
import { useOrderFilterChoices } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { leaveField } from '../../ui/leave-field.ts';
import classes from './filter-bar.module.css';
import { hasSwappedDays } from './order-filter.ts';
import { SavedFilters } from './saved-filters.tsx';
import { StatusChoice } from './status-choice.tsx';
import { useTypedText } from './use-typed-text.ts';

const payments = ['any', 'unpaid', 'paid'] as const;

interface FilterBarProps {
  field: RefObject<HTMLInputElement | null>;
  search: ReturnType<typeof useTypedText>;
  maxLength: number;
  filter: OrderFilter;
  onFilter: Dispatch<SetStateAction<OrderFilter>>;
  /** The arrow down was pressed in the field. */
  onDown: () => void;
}

/** The search field, and everything by which a list of orders is limited. */
export function FilterBar({ field, search, maxLength, filter, onFilter, onDown }: FilterBarProps) {
  const { t } = useTranslation();
  const change = (part: Partial<OrderFilter>): void => onFilter((before) => ({ ...before, ...part }));
  const customer = useTypedText(filter.customer, (text) => change({ customer: text }));
  const { data: choices, error } = useOrderFilterChoices();
  const providers = choices?.providers ?? [];
  const isKnown = filter.providerType === '' || providers.some(({ type }) => type === filter.providerType);
  return (
    <>
      <div className={classes.first}>
        <TextInput
          ref={field}
          size="md"
          aria-label={t('orders.field')}
          placeholder={t('orders.fieldHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength}
          leftSection={<IconSearch size="1.125rem" />}
          rightSection={<KeyCap>/</KeyCap>}
          value={search.text}
          onChange={(event) => search.type(event.currentTarget.value)}
          onBlur={search.flush}
          onKeyDown={(event) => {
            leaveField(event, search.text, search.set);
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
        <SavedFilters filter={filter} onChoose={onFilter} />
      </div>
      <div className={classes.filters}>
        <StatusChoice statuses={choices?.statuses ?? []} filter={filter} onFilter={onFilter} />
        <NativeSelect
          label={t('orders.filter.provider')}
          value={filter.providerType}
          data={[
            { value: '', label: t('orders.filter.anyProvider') },
            ...providers.map(({ type, name }) => ({ value: type, label: name || type })),
            ...(isKnown ? [] : [filter.providerType]),
          ]}
          onChange={(event) => change({ providerType: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('orders.filter.payment')}
          value={filter.payment}
          data={payments.map((value) => ({ value, label: t(`orders.payment.${value}`) }))}
          onChange={(event) => change({ payment: payments.find((value) => value === event.currentTarget.value) ?? 'any' })}
        />
        <TextInput
          label={t('orders.filter.customer')}
          placeholder={t('orders.filter.customerHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={customer.text}
          onChange={(event) => customer.type(event.currentTarget.value)}
          onBlur={customer.flush}
          onKeyDown={(event) => leaveField(event, customer.text, customer.set)}
        />
        <TextInput
          type="date"
          label={t('orders.filter.from')}
          value={filter.createdFrom}
          onChange={(event) => change({ createdFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('orders.filter.to')}
          value={filter.createdTo}
          error={hasSwappedDays(filter) ? t('orders.filter.swapped') : undefined}
          onChange={(event) => change({ createdTo: event.currentTarget.value })}
        />
      </div>
      {error && <ErrorNote error={toStationError(error)} />}
    </>
  );
}
