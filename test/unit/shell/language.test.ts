import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../main/shell/language.ts';

describe('the language for a locale', () => {
  it.each([
    ['ru-RU', 'ru'],
    ['zh-Hans-CN', 'zh'],
    ['en_GB', 'en'],
    ['de-DE', 'en'],
    ['', 'en'],
  ])('%j is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
