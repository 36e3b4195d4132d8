import type { Language } from '../../preload/contract/index.ts';
import type { StationNotification } from '../station/index.ts';
import texts from './notification-texts.json' with { type: 'json' };

/** A notification has little room: so many names at most, then how many more there are. */
const mostNames = 4;

/** The words of a notification in a language. */
export function notificationWords(notification: StationNotification, language: Language): { title: string; body: string } {
  const words = texts[language];
  if (notification.code === 'questions-waiting') {
    const { title, body } = words[notification.code];
    const form = new Intl.PluralRules(language).select(notification.count) as keyof typeof title;
    return { title: (title[form] ?? title.other).replace('{count}', String(notification.count)), body };
  }
  const { code, names } = notification;
  const rest = names.length - mostNames;
  const shown = rest > 0 ? [...names.slice(0, mostNames), words.more.replace('{count}', String(rest))] : names;
  const { title, body } = words[code][names.length === 1 ? 'one' : 'other'];
  // By a function: a name may hold what a replacement text would take for a pattern.
  return { title, body: body.replace('{names}', () => new Intl.ListFormat(language, { type: 'unit' }).format(shown)) };
}
