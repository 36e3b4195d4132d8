import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../bridge/queries.ts';
import { station, unwrap } from '../bridge/station.ts';

/** Shorter than the pause between two keys of most people; a search itself takes a few milliseconds. */
const typingPauseMs = 60;
const resultLimit = 50;

/**
 * Searches the cache as one types; `askOnline` asks OT Platform and puts its answer in the same place. The answer to the
 * text before stays until the next one is there, and no answer comes after a newer one.
 */
export function useLookup(text: string) {
  const client = useQueryClient();
  const typed = text.trim();
  const [settled] = useDebouncedValue(typed, typingPauseMs);
  const key = [...queryKeys.lookup, settled];
  const cached = useQuery({
    queryKey: key,
    queryFn: async () => ({ text: settled, answer: await unwrap(station().lookup.search({ text: settled, limit: resultLimit })) }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const online = useMutation({
    mutationFn: (asked: string) => unwrap(station().lookup.searchOnline({ text: asked })),
    onSuccess: (answer, asked) => client.setQueryData([...queryKeys.lookup, asked], { text: asked, answer }),
  });
  const askedThis = online.variables === settled;
  return {
    /** What is typed at the moment may be longer; this is what `answer` answers. */
    answer: settled === '' ? undefined : cached.data?.answer,
    answered: cached.data?.text ?? '',
    error: (askedThis ? online.error : null) ?? cached.error,
    asking: online.isPending,
    askedOnline: askedThis && online.isSuccess,
    askOnline: () => online.mutate(typed),
  };
}
