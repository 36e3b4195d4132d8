import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LockableSetting } from '../../preload/contract/administration.ts';
import { queryKeys, useStatus } from './queries.ts';
import { station, unwrap } from './station.ts';

/** What the administrator has laid down; it stays the same while the station runs. */
export function usePolicy() {
  return useQuery({ queryKey: queryKeys.policy, queryFn: () => unwrap(station().administration.policy({})) });
}

/** Tells of a setting whether the administrator has set it. */
export function useIsLocked(): (setting: LockableSetting) => boolean {
  const locked = usePolicy().data?.locked ?? [];
  return (setting) => locked.includes(setting);
}

/** Where updates stand. What hinders one is asked again when the outbox has changed. */
export function useUpdates() {
  const outbox = useStatus().data?.outbox;
  const toSend = outbox === undefined ? null : outbox.waiting + outbox.sending;
  return useQuery({
    queryKey: [...queryKeys.updates, toSend],
    queryFn: () => unwrap(station().administration.updates({})),
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

/** Looks for an update, or installs the one that is ready. */
export function useUpdateAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'checkForUpdate' | 'installUpdate') => unwrap(station().administration[act]({})),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.updates }),
  });
}
