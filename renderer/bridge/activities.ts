import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ActivitiesView, ActivityAddress } from '../../preload/contract/activities.ts';
import { newestView, takeNewest } from './newest-view.ts';
import { queryKeys } from './queries.ts';
import { station, unwrap } from './station.ts';

const pageLength = 30;

/** Activities under way and lately ended, open questions, starts of unknown outcome; main tells every change. */
export function useActivities() {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.activities,
    queryFn: async () => newestView(client, queryKeys.activities, await unwrap(station().activities.view({}))),
  });
}

/** Takes a view over, and has everything read again that is shown of single activities. */
export function takeActivities(client: QueryClient, view: ActivitiesView): void {
  takeNewest(client, queryKeys.activities, view);
  for (const queryKey of [queryKeys.activity, queryKeys.activityHistory, queryKeys.activityAnswers]) {
    void client.invalidateQueries({ queryKey });
  }
}

/** Asks OT Platform for activities now. */
export function useRefreshActivities() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(station().activities.refresh({})),
    onSuccess: (view) => takeActivities(client, view),
  });
}

/** One activity with its steps and lines. */
export function useActivity({ type, id }: ActivityAddress) {
  return useQuery({
    queryKey: [...queryKeys.activity, type, id],
    queryFn: () => unwrap(station().activities.detail({ type, id })),
    staleTime: 0,
  });
}

/** Does what OT Platform offers for a whole activity. */
export function useActivityAct({ type, id }: ActivityAddress) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (actionId: string) => unwrap(station().activities.act({ type, id, actionId })),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.activity }),
  });
}

/** A page of the ended activities; `before` is the end of the page before it. */
export function useActivityHistory(before: string | null) {
  return useQuery({
    queryKey: [...queryKeys.activityHistory, before],
    queryFn: () => unwrap(station().activities.history({ before, limit: pageLength })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** A page of who answered what and when. */
export function useAnswerRecords(before: string | null) {
  return useQuery({
    queryKey: [...queryKeys.activityAnswers, before],
    queryFn: () => unwrap(station().activities.answers({ before, limit: pageLength })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
