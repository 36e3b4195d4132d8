import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { StationStatus } from '../../preload/contract/status.ts';
import { takeActivities } from './activities.ts';
import { takeNewest } from './newest-view.ts';
import { queryKeys } from './queries.ts';
import { station } from './station.ts';

/** Keeps what the pages hold from main up to date. Used once, at the top. */
export function useEventsIntoQueries(): void {
  const client = useQueryClient();
  useEffect(() => {
    const unsubscribes = [
      station().on('status.changed', (status) => takeStatus(client, status)),
      station().on('settings.changed', (settings) => client.setQueryData(queryKeys.settings, settings)),
      station().on('outbox.changed', () => void client.invalidateQueries({ queryKey: queryKeys.outbox })),
      station().on('accounts.changed', (view) => takeNewest(client, queryKeys.accounts, view)),
      station().on('updates.changed', () => void client.invalidateQueries({ queryKey: queryKeys.updates })),
      station().on('activities.changed', (view) => takeActivities(client, view)),
      station().on('receiving.unknownMatched', () => void client.invalidateQueries({ queryKey: queryKeys.unknownParcels })),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }, [client]);
}

function takeStatus(client: QueryClient, status: StationStatus): void {
  const before = client.getQueryData<StationStatus>(queryKeys.status);
  client.setQueryData(queryKeys.status, status);
  if (before && before.mode !== status.mode) void client.invalidateQueries();
  if (before && unknownChanged(before, status)) void client.invalidateQueries({ queryKey: queryKeys.unknownParcels });
}

function unknownChanged(before: StationStatus, now: StationStatus): boolean {
  return (
    before.unknownParcels.open !== now.unknownParcels.open || before.unknownParcels.matched !== now.unknownParcels.matched
  );
}

/** What a scan, a receipt or an undo of this page changes elsewhere. */
export function refreshAfterReceiving(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.journal });
  void client.invalidateQueries({ queryKey: queryKeys.totals });
  void client.invalidateQueries({ queryKey: queryKeys.unknownParcels });
}
