import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../bridge/queries.ts';
import { station, unwrap } from '../bridge/station.ts';

const typingPauseMs = 120;
const resultLimit = 50;

/** Searches the cache as one types; `askOnline` asks OT Platform and puts its answer in the same place. */
export function useLookup(text: string) {
  const client = useQueryClient();
  const [settled] = useDebouncedValue(text.trim(), typingPauseMs);
  const key = [...queryKeys.lookup, settled];
  const cached = useQuery({
    queryKey: key,
    queryFn: () => unwrap(station().lookup.search({ text: settled, limit: resultLimit })),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const online = useMutation({
    mutationFn: (asked: string) => unwrap(station().lookup.searchOnline({ text: asked })),
    onSuccess: (answer, asked) => client.setQueryData([...queryKeys.lookup, asked], answer),
  });
  const askedThis = online.variables === settled;
  return {
    settled,
    answer: settled === '' ? undefined : cached.data,
    isFresh: !cached.isPlaceholderData,
    error: (askedThis ? online.error : null) ?? cached.error,
    asking: online.isPending,
    askedOnline: askedThis && online.isSuccess,
    askOnline: () => online.mutate(settled),
  };
}
