import type { Protocol } from '../cdp/connection.ts';

type HeaderEntry = Protocol.Fetch.HeaderEntry;

/** Headers as Chromium's protocol wants them; a list gives one entry per value. */
export function headerEntries(headers: Record<string, string | string[]>): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((single) => ({ name, value: single })),
  );
}

/** Headers as `responseHeaders` of Electron's details: every name with the list of its values. */
export function headerLists(entries: HeaderEntry[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const { name, value } of entries) (lists[name] ??= []).push(value);
  return lists;
}

/** A copy of headers with some replaced, whatever the case of their names. */
export function applyHeaders(headers: Record<string, string>, changes: Record<string, string>): Record<string, string> {
  const names = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...changes };
}

/** Reads `HTTP/1.1 404 Not Found`. */
export function parseStatusLine(line: string): { code: number; phrase: string } {
  const match = /^HTTP\/\S+\s+(\d{3})\s*(.*)$/.exec(line);
  return { code: Number(match?.[1] ?? 200), phrase: match?.[2] ?? '' };
}
