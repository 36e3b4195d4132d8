/** The languages in which the practice platform can speak. */
export type Language = 'en' | 'ru' | 'zh';

/** One text in every language. */
export type Translated = Readonly<Record<Language, string>>;

/**
 * The language for a `language` parameter: two letters or codes such as `zh-chs` (otapi.md 1.2).
 * One that we do not speak gives the fallback.
 */
export function languageOf(parameter: string | undefined, fallback: Language): Language {
  const letters = (parameter ?? '').slice(0, 2).toLowerCase();
  if (letters === 'en' || letters === 'ru' || letters === 'zh') return letters;
  return fallback;
}
