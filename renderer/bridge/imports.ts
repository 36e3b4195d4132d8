import { useEffect, useRef } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { CallInput, Result } from '../../preload/contract/call.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import { largestOrderFile, type ImportRow, type ImportRun, type importRowKinds, type importsCalls } from '../../preload/contract/order-imports.ts';
import { station, StationCallError, unwrap } from './station.ts';

const importKeys = {
  runs: ['imports', 'runs'],
  run: ['imports', 'run'],
  rows: ['imports', 'rows'],
  check: ['imports', 'check'],
} as const;

/** Rows of a run, and orders of a file, that one page shows. */
export const importPageLength = 50;
/** Rows of a run under way are asked for again so often at most. */
const rowsPauseMs = 1000;
/** So many at once are read for a report. */
const rowsAtOnce = 500;

export type ImportRowKind = (typeof importRowKinds)[number];
type CheckInput = CallInput<typeof importsCalls.check>;

/** Puts a run where pages show it. */
function takeRun(client: QueryClient, run: ImportRun): void {
  client.setQueryData([...importKeys.run, run.id], run);
  const runs = client.getQueryData<ImportRun[]>(importKeys.runs);
  if (runs?.some(({ id }) => id === run.id)) {
    client.setQueryData(importKeys.runs, runs.map((known) => (known.id === run.id ? run : known)));
  } else void client.invalidateQueries({ queryKey: importKeys.runs });
}

/** Takes over what main tells of runs, as long as the page is there. */
function useRunEvents(onRun?: (run: ImportRun) => void): void {
  const client = useQueryClient();
  const told = useRef(onRun);
  useEffect(() => {
    told.current = onRun;
  });
  useEffect(
    () =>
      station().on('imports.changed', (run) => {
        takeRun(client, run);
        told.current?.(run);
      }),
    [client],
  );
}

/** Every run of this station, newest first. */
export function useImportRuns() {
  useRunEvents();
  return useQuery({
    queryKey: importKeys.runs,
    queryFn: async () => (await unwrap(station().imports.runs({}))).runs,
    staleTime: 0,
  });
}

/** One run; its rows are read again while it comes further. */
export function useImportRun(id: string) {
  const client = useQueryClient();
  const readRowsSoon = useThrottled(() => void client.invalidateQueries({ queryKey: [...importKeys.rows, id] }), rowsPauseMs);
  useRunEvents((run) => {
    if (run.id === id) readRowsSoon();
  });
  return useQuery({
    queryKey: [...importKeys.run, id],
    queryFn: () => unwrap(station().imports.run({ id })),
    staleTime: 0,
  });
}

/** A page of the orders of a run. */
export function useImportRows(id: string, show: ImportRowKind, from: number) {
  return useQuery({
    queryKey: [...importKeys.rows, id, show, from],
    queryFn: () => unwrap(station().imports.rows({ id, show, from, limit: importPageLength })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** What would become of a file: its orders with what is wrong with them. Nothing is sent. */
export function useImportCheck(input: CheckInput, canCheck: boolean) {
  return useQuery({
    queryKey: [...importKeys.check, input],
    queryFn: () => unwrap(station().imports.check(input)),
    enabled: canCheck,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Takes a file or pasted rows in. */
export function useOpenImport() {
  return useMutation({
    mutationFn: async (given: File | string) => {
      if (typeof given === 'string') return unwrap(station().imports.paste({ text: given }));
      // Before it is read: a page would hold it in memory twice.
      if (given.size > largestOrderFile) {
        throw new StationCallError({ code: 'invalid-file', details: { file: 'too-large', max: largestOrderFile, size: given.size } });
      }
      return unwrap(station().imports.open({ name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }));
    },
  });
}

/** Reads a kept file as another encoding, or from another sheet. */
export function useRereadImport(fileId: string) {
  return useMutation({
    mutationFn: (as: { encoding: string | null; sheet: string | null }) => unwrap(station().imports.reread({ fileId, ...as })),
  });
}

type RunAct = (imports: StationBridge['imports']) => Promise<Result<ImportRun>>;

/** Does something that answers with the run: `act.mutate((imports) => imports.pause({ id }))`. */
export function useRunAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: RunAct) => unwrap(act(station().imports)),
    onSuccess: (run) => {
      takeRun(client, run);
      void client.invalidateQueries({ queryKey: importKeys.rows });
    },
  });
}

/** The report of a run, in the person's words. */
export interface RunReport {
  columns: string[];
  rows: (string | number | null)[][];
}

/** Saves the report of a run, which the page puts together of all its orders, or the file that it came from. */
export function useSaveOfRun(id: string, compose: (orders: readonly ImportRow[]) => RunReport) {
  return useMutation({
    mutationFn: async (what: 'csv' | 'xlsx' | 'file') =>
      what === 'file'
        ? unwrap(station().imports.saveFile({ id }))
        : unwrap(station().imports.saveReport({ id, format: what, ...compose(await allRows(id)) })),
  });
}

async function allRows(id: string): Promise<ImportRow[]> {
  const all: ImportRow[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const { rows, next }: { rows: ImportRow[]; next: number | null } = await unwrap(
      station().imports.rows({ id, show: 'all', from, limit: rowsAtOnce }),
    );
    all.push(...rows);
    from = next;
  }
  return all;
}

/** A function that acts at once and then, however often it is called, once per pause. */
function useThrottled(action: () => void, pauseMs: number): () => void {
  const latest = useRef(action);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return () => {
    if (timer.current !== null) {
      isAsked.current = true;
      return;
    }
    const act = (): void => {
      isAsked.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = null;
        if (isAsked.current) act();
      }, pauseMs);
    };
    act();
  };
}
