import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OrderChange, OrderPage } from '../../preload/contract/order-page.ts';
import type { OrderFilter } from '../../preload/contract/orders.ts';
import { station, unwrap } from './station.ts';

const keys = {
  list: ['orders', 'list'],
  choices: ['orders', 'choices'],
  savedFilters: ['orders', 'savedFilters'],
  order: ['orders', 'order'],
  log: ['orders', 'log'],
  payments: ['orders', 'payments'],
} as const;

const pageLength = 50;
/** So many orders stand below each other; those after them begin a list of their own, so that no page grows without end. */
const pagesTogether = 8;
export const ordersTogether = pageLength * pagesTogether;

/** Orders of the cache that match, page after page; `start` is where the first of them begins. */
export function useOrderList(filter: OrderFilter, start: string | null) {
  return useInfiniteQuery({
    queryKey: [...keys.list, filter, start],
    queryFn: ({ pageParam }) => unwrap(station().orders.list({ filter, after: pageParam, limit: pageLength })),
    initialPageParam: start,
    getNextPageParam: (last, all) => (all.length < pagesTogether ? last.next : null),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Statuses and providers that occur in the cache. */
export function useOrderFilterChoices() {
  return useQuery({ queryKey: keys.choices, queryFn: () => unwrap(station().orders.filterChoices({})), staleTime: 0 });
}

export function useSavedFilters() {
  return useQuery({
    queryKey: keys.savedFilters,
    queryFn: async () => (await unwrap(station().orders.savedFilters({}))).filters,
  });
}

/** Keeps a filter under a name, in the place of one that has the name already. */
export function useSaveFilter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (saved: { name: string; filter: OrderFilter }) => unwrap(station().orders.saveFilter(saved)),
    onSuccess: ({ filters }) => client.setQueryData(keys.savedFilters, filters),
  });
}

export function useRemoveFilter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(station().orders.removeFilter({ id })),
    onSuccess: ({ filters }) => client.setQueryData(keys.savedFilters, filters),
  });
}

/** Reads the newest orders that match from OT Platform into the cache. */
export function useRefreshOrders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (filter: OrderFilter) => unwrap(station().orders.refresh({ filter })),
    onSuccess: () => invalidateLists(client),
  });
}

/** The order as the cache has it. */
export function useOrder(orderId: string) {
  return useQuery({
    queryKey: [...keys.order, orderId],
    queryFn: () => unwrap(station().orders.order({ orderId })),
    staleTime: 0,
  });
}

/** Reads the order from OT Platform; what `useOrder` shows follows. */
export function useReadOrder(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(station().orders.readOrder({ orderId })),
    onSuccess: (page) => takeOrder(client, page),
  });
}

/** Changes the order or one of its lines at OT Platform. */
export function useChangeOrder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: OrderChange) => unwrap(station().orders.change(change)),
    onSuccess: ({ page }) => {
      void takeOrder(client, page);
      void invalidateLists(client);
    },
    onSettled: (_result, _error, { orderId }) => void client.invalidateQueries({ queryKey: [...keys.log, orderId] }),
  });
}

/** OT Platform's log of the order, or of one line of it. */
export function useOrderLog(orderId: string, lineId: string | null) {
  return useQuery({
    queryKey: [...keys.log, orderId, lineId],
    queryFn: async () => (await unwrap(station().orders.log({ orderId, lineId }))).entries,
    staleTime: 0,
  });
}

/** Payments of the order that were begun here, newest first. */
export function usePayments(orderId: string) {
  return useQuery({
    queryKey: [...keys.payments, orderId],
    queryFn: async () => (await unwrap(station().ordering.payments({ orderId }))).payments,
    staleTime: 0,
  });
}

/** What a payment would do, read from OT Platform now. `attempt`: a new one reads again. */
export function usePaymentPlan(orderId: string, attempt: string) {
  return useQuery({
    queryKey: ['orders', 'paymentPlan', orderId, attempt],
    queryFn: () => unwrap(station().ordering.preparePayment({ orderId })),
    gcTime: 0,
  });
}

/** Begins a payment; the same id again never begins two. */
export function usePay(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payment: { id: string; remaining: number }) => unwrap(station().ordering.pay({ ...payment, orderId })),
    onSettled: () => invalidatePayments(client),
  });
}

/** Goes on with a payment that waits for a person, or ends it. */
export function useDecidePayment(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'continuePayment' | 'stopPayment') => unwrap(station().ordering[decision]({ id })),
    onSettled: () => invalidatePayments(client),
  });
}

/** While it is there, everything that is shown of orders and payments follows what main tells. Used once, by the place. */
export function useOrdersKeptFresh(): void {
  const client = useQueryClient();
  useEffect(() => {
    const lists = untilQuiet(() => invalidateLists(client));
    const unsubscribes = [
      station().on('orders.changed', ({ orderIds }) => {
        const changed = new Set(orderIds);
        void client.invalidateQueries({
          queryKey: keys.order,
          predicate: ({ queryKey: [, , orderId] }) => changed.size === 0 || (typeof orderId === 'string' && changed.has(orderId)),
        });
        lists();
      }),
      station().on('ordering.changed', () => void invalidatePayments(client)),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }, [client]);
}

function invalidateLists(client: QueryClient): Promise<unknown> {
  return Promise.all([keys.list, keys.choices].map((queryKey) => client.invalidateQueries({ queryKey })));
}

function invalidatePayments(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.payments });
}

/** A reading of the cache that is under way must not come after what OT Platform has just told. */
async function takeOrder(client: QueryClient, page: OrderPage): Promise<void> {
  const queryKey = [...keys.order, page.order.id];
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, page);
}

/** Runs again for whoever asks during a run, once for all of them: a cache that is being filled asks without end. */
function untilQuiet(run: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isAsked = false;
  async function goOn(): Promise<void> {
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await run();
    }
    isRunning = false;
  }
  return () => {
    isAsked = true;
    if (!isRunning) void goOn();
  };
}
