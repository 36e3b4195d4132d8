import { useEffect } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../preload/contract/call.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import type { CustomerWay, OrderingChoices, OrderingView } from '../../preload/contract/ordering.ts';
import type { SentOrder } from '../../preload/contract/order-sending.ts';
import { newestView, takeNewest } from './newest-view.ts';
import { station, unwrap } from './station.ts';

/** Keys of what the pages keep of orders that are added. */
export const orderingKeys = {
  view: ['ordering', 'view'],
  choices: ['ordering', 'choices'],
  used: ['ordering', 'used'],
  customers: ['ordering', 'customers'],
  sent: ['ordering', 'sent'],
  history: ['ordering', 'history'],
} as const;

const pageLength = 30;

/** Takes a view over, and has everything read again that is shown of single sent orders. */
function takeOrdering(client: QueryClient, view: OrderingView): void {
  takeNewest(client, orderingKeys.view, view);
  refreshSent(client);
}

function refreshSent(client: QueryClient): void {
  for (const queryKey of [orderingKeys.sent, orderingKeys.history]) void client.invalidateQueries({ queryKey });
}

/** Keeps what is shown of ordering up to date, as long as the page is there. */
function useOrderingEvents(): void {
  const client = useQueryClient();
  useEffect(() => station().on('ordering.changed', (view) => takeOrdering(client, view)), [client]);
}

/** The customer, drafts, and what was sent lately; main tells every change. */
export function useOrdering() {
  const client = useQueryClient();
  useOrderingEvents();
  return useQuery({
    queryKey: orderingKeys.view,
    queryFn: async () => newestView(client, orderingKeys.view, await unwrap(station().ordering.view({}))),
    // While no page of ordering was open, nobody listened to what main told.
    staleTime: 0,
  });
}

type OrderingAct = (ordering: StationBridge['ordering']) => Promise<Result<OrderingView>>;

/** Does something that answers with the view: `act.mutate((ordering) => ordering.discardDraft({ id }))`. */
export function useOrderingAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: OrderingAct) => unwrap(act(station().ordering)),
    onSuccess: (view) => takeOrdering(client, view),
  });
}

/** Signs in as a customer of OT Platform and keeps it. */
export function useChooseCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (customer: { login: string; way: CustomerWay; password: string }) =>
      unwrap(station().ordering.chooseCustomer(customer)),
    // A password is not kept here longer than the call takes.
    gcTime: 0,
    onSuccess: (view) => {
      takeOrdering(client, view);
      // Profiles are those of a customer.
      void client.prefetchQuery({ queryKey: orderingKeys.choices, queryFn: () => readChoices(true), staleTime: 0 });
    },
  });
}

/** Customers whose login, e-mail or phone is the text; nothing is asked for an empty one. */
export function useFoundCustomers(text: string) {
  return useQuery({
    queryKey: [...orderingKeys.customers, text],
    queryFn: async () => (await unwrap(station().ordering.findCustomers({ text }))).customers,
    enabled: text !== '',
    staleTime: 0,
    gcTime: 0,
  });
}

function readChoices(refresh: boolean): Promise<OrderingChoices> {
  return unwrap(station().ordering.choices({ refresh }));
}

/** Delivery modes and profiles to choose from, as far as they are known. */
export function useOrderingChoices() {
  return useQuery({
    queryKey: orderingKeys.choices,
    queryFn: () => readChoices(false),
    staleTime: 0,
  });
}

/** Asks OT Platform for delivery modes and profiles anew. */
export function useRefreshChoices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => readChoices(true),
    onSuccess: (choices) => client.setQueryData(orderingKeys.choices, choices),
  });
}

/**
 * Number of the order that was added with a reference before, as far as this station knows; empty while that one is on its
 * way, null when there is none.
 */
export function useOrderWithReference(reference: string) {
  return useQuery({
    queryKey: [...orderingKeys.used, reference],
    queryFn: async () => {
      const { used } = await unwrap(station().ordering.usedReferences({ references: [reference] }));
      return used[0]?.orderNumber ?? null;
    },
    enabled: reference !== '',
    staleTime: 0,
  });
}

/** One that was sent, with all that is known. */
export function useSent(id: string) {
  useOrderingEvents();
  return useQuery({
    queryKey: [...orderingKeys.sent, id],
    queryFn: () => unwrap(station().ordering.sent({ id })),
    staleTime: 0,
  });
}

type SentAct = (ordering: StationBridge['ordering']) => Promise<Result<SentOrder>>;

/** Does something with one that was sent: `act.mutate((ordering) => ordering.accept({ id }))`. */
export function useSentAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: SentAct) => unwrap(act(station().ordering)),
    onSuccess: (sent) => client.setQueryData([...orderingKeys.sent, id], sent),
    onSettled: () => refreshSent(client),
  });
}

/** Opens a corrected copy as a draft; with `cancel` the order is cancelled before. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (cancel: boolean) => unwrap(station().ordering.correct({ id, cancel })),
    onSuccess: ({ sent }) => client.setQueryData([...orderingKeys.sent, id], sent),
    onSettled: () => {
      refreshSent(client);
      void client.invalidateQueries({ queryKey: orderingKeys.view });
    },
  });
}

/** A page of all that were sent from this station; `before` is the end of the page before it. */
export function useSentHistory(before: string | null) {
  return useQuery({
    queryKey: [...orderingKeys.history, before],
    queryFn: () => unwrap(station().ordering.history({ before, limit: pageLength })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
