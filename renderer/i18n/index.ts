import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../preload/contract/languages.ts';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

const resources: Record<Language, { translation: object }> = { en: { translation: en }, ru: { translation: ru }, zh: { translation: zh } };

/** Texts of all languages; they are small and part of the bundle, so a switch is immediate. */
export const texts = createInstance();

export async function startTexts(language: Language): Promise<void> {
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    interpolation: { escapeValue: false },
  });
}
