import { languages, type Language } from '../../preload/contract/index.ts';

/** The language of the texts for a locale such as `ru-RU`; English for those we have no texts in. */
export function languageOf(locale: string): Language {
  const primary = locale.split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary) ?? 'en';
}
