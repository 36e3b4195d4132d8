import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { station, unwrap } from './station.ts';

/** Keys of everything the pages keep from main. */
export const queryKeys = {
  status: ['status'],
  settings: ['settings'],
  about: ['about'],
  connection: ['connection'],
  policy: ['policy'],
  updates: ['updates'],
  journal: ['receiving', 'journal'],
  totals: ['receiving', 'totals'],
  unknownParcels: ['receiving', 'unknownParcels'],
  outbox: ['outbox'],
  lookup: ['lookup'],
  awaited: ['awaited'],
  accounts: ['accounts'],
  activities: ['activities'],
  activity: ['activity'],
  activityHistory: ['activityHistory'],
  activityAnswers: ['activityAnswers'],
  orderChoices: ['orderChoices'],
  startPreparation: ['startPreparation'],
  startAccounts: ['startAccounts'],
} as const;

const journalLength = 50;

/** Main tells when something changes, so nothing is fetched again by time or by focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export function useStatus() {
  return useQuery({ queryKey: queryKeys.status, queryFn: () => unwrap(station().status.read({})) });
}

export function useSettings() {
  return useQuery({ queryKey: queryKeys.settings, queryFn: () => unwrap(station().settings.read({})) });
}

export function useAbout() {
  return useQuery({ queryKey: queryKeys.about, queryFn: () => unwrap(station().status.about({})) });
}

export function useConnection() {
  return useQuery({ queryKey: queryKeys.connection, queryFn: () => unwrap(station().connection.view({})) });
}

export function useJournal() {
  return useQuery({
    queryKey: queryKeys.journal,
    queryFn: async () => (await unwrap(station().receiving.journal({ limit: journalLength }))).entries,
  });
}

export function useTotals() {
  return useQuery({ queryKey: queryKeys.totals, queryFn: () => unwrap(station().receiving.totals({})) });
}

export function useUnknownParcels() {
  return useQuery({
    queryKey: queryKeys.unknownParcels,
    queryFn: async () => (await unwrap(station().receiving.unknownParcels({ state: 'open' }))).parcels,
  });
}

/** Parcels that are awaited; read again when the cache has been filled or refreshed, and whenever the list is opened. */
export function useAwaitedParcels(limit: number) {
  const cache = useStatus().data?.cache;
  return useQuery({
    queryKey: [...queryKeys.awaited, limit, (cache?.lines ?? 0) > 0, cache?.freshAt],
    queryFn: async () => (await unwrap(station().lookup.awaited({ limit }))).parcels,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Changes settings; all places that read them follow at once. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<StationSettings>) => unwrap(station().settings.change(change)),
    onSuccess: (settings) => {
      client.setQueryData(queryKeys.settings, settings);
    },
  });
}
