import type { Language } from '../../preload/contract/index.ts';
import type { StationDesktop } from '../station/index.ts';
import texts from './notification-texts.json' with { type: 'json' };

export type StationNotification = Parameters<StationDesktop['notify']>[0];

/** A notification has little room: so many names at most, then how many more there are. */
const mostNames = 4;

/** The words of a notification in a language. */
export function notificationWords({ code, names }: StationNotification, language: Language): { title: string; body: string } {
  const words = texts[language];
  const rest = names.length - mostNames;
  const shown = rest > 0 ? [...names.slice(0, mostNames), words.more.replace('{count}', String(rest))] : names;
  const { title, body } = words[code][names.length === 1 ? 'one' : 'other'];
  // By a function: a name may hold what a replacement text would take for a pattern.
  return { title, body: body.replace('{names}', () => new Intl.ListFormat(language, { type: 'unit' }).format(shown)) };
}
