import type { ReturnSettings } from '../../../preload/contract/index.ts';

/**
 * What the parameters of a return say. `nothing`: they name neither a session nor an error. `unreadable`: they
 * contradict each other. In either case the list of sessions tells what became of the login.
 */
export type LoginReturn =
  | { kind: 'session'; id: string }
  | { kind: 'error'; text: string }
  | { kind: 'nothing' }
  | { kind: 'unreadable' };

/** An address longer than this is no return of a login. */
const longestAddress = 8_192;
const longestSession = 500;
/** Of an error text, as much as a person will read. */
export const longestErrorText = 300;

/** Reads the parameters of a return address, by the names that the settings give; letter case does not matter. */
export function readReturn(address: string, names: Pick<ReturnSettings, 'sessionNames' | 'errorNames'>): LoginReturn {
  const url = URL.parse(address);
  if (url === null || address.length > longestAddress) return { kind: 'unreadable' };
  const values = valuesByName(url.searchParams);
  const errors = names.errorNames.flatMap((name) => values.get(name.toLowerCase()) ?? []);
  const sessions = names.sessionNames.flatMap((name) => {
    const found = values.get(name.toLowerCase());
    return found ? [found] : [];
  });
  if (errors.length > 0) return sessions.length > 0 ? { kind: 'unreadable' } : { kind: 'error', text: plainText(errors) };
  const [first] = sessions;
  if (first === undefined) return { kind: 'nothing' };
  const [id] = first;
  if (id === undefined || sessions.some((each) => each.length > 1) || !isSessionId(id)) return { kind: 'unreadable' };
  return { kind: 'session', id };
}

function valuesByName(parameters: URLSearchParams): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    if (value.trim() === '') continue;
    const key = name.toLowerCase();
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

function isSessionId(text: string): boolean {
  return text.length <= longestSession && !/[\p{Cc}\s]/u.test(text);
}

/** One line of plain text: no control characters, no direction marks that would turn our own words around. */
function plainText(texts: readonly string[]): string {
  const line = [...new Set(texts)].join(': ').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= longestErrorText ? line : `${characters.slice(0, longestErrorText - 1).join('')}…`;
}
