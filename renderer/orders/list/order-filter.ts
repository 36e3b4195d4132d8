import type { OrderFilter } from '../../../preload/contract/orders.ts';

/** The filter that limits nothing. */
export const noFilter: OrderFilter = {
  text: '',
  createdFrom: '',
  createdTo: '',
  statusIds: [],
  providerType: '',
  customer: '',
  payment: 'any',
};

/** One limit of a filter, as a person takes it away. */
export type FilterPart =
  | { kind: 'text' | 'createdFrom' | 'createdTo' | 'providerType' | 'customer'; value: string }
  | { kind: 'status'; statusId: number }
  | { kind: 'payment'; value: 'paid' | 'unpaid' };

/** What a filter limits, each limit for itself, in the order of the controls. */
export function partsOf({ text, createdFrom, createdTo, statusIds, providerType, customer, payment }: OrderFilter): FilterPart[] {
  const texts = [
    { kind: 'text', value: text },
    { kind: 'createdFrom', value: createdFrom },
    { kind: 'createdTo', value: createdTo },
    { kind: 'providerType', value: providerType },
    { kind: 'customer', value: customer },
  ] as const;
  return [
    ...texts.filter(({ value }) => value !== ''),
    ...statusIds.map((statusId) => ({ kind: 'status' as const, statusId })),
    ...(payment === 'any' ? [] : [{ kind: 'payment' as const, value: payment }]),
  ];
}

/** The filter without one of its limits. */
export function withoutPart(filter: OrderFilter, part: FilterPart): OrderFilter {
  switch (part.kind) {
    case 'status':
      return { ...filter, statusIds: filter.statusIds.filter((id) => id !== part.statusId) };
    case 'payment':
      return { ...filter, payment: 'any' };
    case 'text':
    case 'createdFrom':
    case 'createdTo':
    case 'providerType':
    case 'customer':
      return { ...filter, [part.kind]: '' };
  }
}

/** The filter with a status chosen, or not any more. */
export function withStatusToggled(filter: OrderFilter, statusId: number): OrderFilter {
  const { statusIds } = filter;
  return { ...filter, statusIds: statusIds.includes(statusId) ? statusIds.filter((id) => id !== statusId) : [...statusIds, statusId] };
}

/** Whether two filters show the same orders. */
export function isSameFilter(one: OrderFilter, other: OrderFilter): boolean {
  const inOrder = (filter: OrderFilter): string => JSON.stringify(partsOf({ ...filter, statusIds: [...filter.statusIds].sort((a, b) => a - b) }));
  return inOrder(one) === inOrder(other);
}

/** The last day lies before the first, so that no order can match. */
export function hasSwappedDays({ createdFrom, createdTo }: OrderFilter): boolean {
  return createdFrom !== '' && createdTo !== '' && createdTo < createdFrom;
}
