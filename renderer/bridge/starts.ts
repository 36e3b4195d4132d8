import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ActivityAddress, ActivityKind } from '../../preload/contract/activities.ts';
import { queryKeys } from './queries.ts';
import { station, unwrap } from './station.ts';

const choicesShown = 100;

/** Orders of the cache to choose from, as one types. */
export function useOrderChoices(list: 'to-buy' | 'bought', text: string) {
  return useQuery({
    queryKey: [...queryKeys.orderChoices, list, text],
    queryFn: () => unwrap(station().activities.orderChoices({ list, text, limit: choicesShown })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** What a person has to know before an activity of these orders starts; each is read from OT Platform when it is chosen. */
export function useStartPreparations(kind: ActivityKind, orders: readonly string[]) {
  return useQueries({
    queries: orders.map((order) => ({
      queryKey: [...queryKeys.startPreparation, kind, order],
      queryFn: () => unwrap(station().activities.prepareStart({ kind, order })),
      staleTime: 0,
    })),
  });
}

/** Accounts for a synchronisation of all orders. */
export function useStartAccounts(isNeeded: boolean) {
  return useQuery({
    queryKey: queryKeys.startAccounts,
    queryFn: async () => (await unwrap(station().activities.startAccounts({}))).accounts,
    enabled: isNeeded,
    staleTime: 0,
  });
}

/** Has everything read again of which a start depends: lines, accounts, what is under way. */
export function useReadAgainForStart(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [queryKeys.startPreparation, queryKeys.startAccounts, queryKeys.orderChoices]) {
      void client.invalidateQueries({ queryKey });
    }
  };
}

/** A person knows how a start went: it is this activity, or OT Platform has not begun. */
export function useSettleStart(id: string) {
  return useMutation({
    mutationFn: (activity: ActivityAddress | null) => unwrap(station().activities.settleStart({ id, activity })),
  });
}
