import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { loginEndings } from '../../../preload/contract/accounts.ts';
import { errorCodes } from '../../../preload/contract/call.ts';
import { carrierCodes } from '../../../preload/contract/carriers.ts';
import { languages } from '../../../preload/contract/languages.ts';
import { conflictReasons, databaseReasons, notFoundReasons, operationRemarks } from '../../../preload/contract/reasons.ts';
import { recipientFaults } from '../../../preload/contract/recipient.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import ru from '../../../renderer/i18n/ru.json' with { type: 'json' };
import zh from '../../../renderer/i18n/zh.json' with { type: 'json' };

/** Recipients that have every fault there is. */
const badRecipients = [
  { name: '', mobile: '12', regionCode: '1', postalCode: '1', address: 'Guangzhou' },
  { name: '王'.repeat(51), mobile: '', regionCode: '', postalCode: '', address: '' },
];

interface Texts {
  [key: string]: string | Texts;
}

const files: Record<string, Texts> = { en, ru, zh };
const pluralEnding = /_(zero|one|two|few|many|other)$/;

function flatten(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

function keysWithoutPlurals(texts: Texts): string[] {
  return [...new Set(flatten(texts).map(([key]) => key.replace(pluralEnding, '')))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/{{\s*([a-z]+)/gi)].map(([, name]) => name ?? ''))].sort();
}

/** Placeholders of a text by its key; all plural forms of one text together. */
function placeholdersByKey(texts: Texts): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [key, text] of flatten(texts)) {
    const base = key.replace(pluralEnding, '');
    found[base] = [...new Set([...(found[base] ?? []), ...placeholders(text)])].sort();
  }
  return found;
}

function pluralKeys(texts: Texts): string[] {
  const bases = flatten(texts).map(([key]) => key).filter((key) => pluralEnding.test(key));
  return [...new Set(bases.map((key) => key.replace(pluralEnding, '')))].sort();
}

test('there are texts for every language of the station, and for no other', () => {
  expect(Object.keys(files).sort()).toEqual([...languages].sort());
});

describe.each(languages.filter((language) => language !== 'en'))('the texts of %s', (language) => {
  test('have the keys of the English texts', () => {
    expect(keysWithoutPlurals(files[language]!)).toEqual(keysWithoutPlurals(en));
  });

  test('have the placeholders of the English texts', () => {
    expect(placeholdersByKey(files[language]!)).toEqual(placeholdersByKey(en));
  });

  test('have plural forms for the same texts', () => {
    expect(pluralKeys(files[language]!)).toEqual(pluralKeys(en));
  });
});

describe.each(Object.keys(files))('the texts of %s', (language) => {
  const texts = files[language]!;
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test('have every plural form that the language knows, and no other', () => {
    const keys = new Set(flatten(texts).map(([key]) => key));
    const wanted = pluralKeys(texts).flatMap((base) => categories.map((category) => `${base}_${category}`));
    expect([...keys].filter((key) => pluralEnding.test(key)).sort()).toEqual(wanted.sort());
  });

  test('are never empty and have no blanks around them but for units', () => {
    const odd = flatten(texts).filter(([key, text]) => text.trim() === '' || (text !== text.trim() && !key.endsWith('Suffix')));
    expect(odd).toEqual([]);
  });

  test('have words and a next step for every error code', () => {
    const keys = new Set(flatten(texts).map(([key]) => key));
    const missing = errorCodes.flatMap((code) => [`error.${code}.what`, `error.${code}.next`]).filter((key) => !keys.has(key));
    expect(missing).toEqual([]);
  });
});

describe.each(Object.keys(files))('in %s', (language) => {
  const keys = new Set(flatten(files[language]!).map(([key]) => key));
  const said = (path: string): string[] => [`${path}.what`, `${path}.next`];

  test('every reason that main can give has words and a next step', () => {
    const reasons = [...conflictReasons, ...notFoundReasons].flatMap((reason) => said(`reason.${reason}`));
    const diskReasons = databaseReasons.filter((reason) => reason !== 'other').flatMap((reason) => said(`disk.${reason}`));
    expect([...reasons, ...diskReasons].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('there are no words for reasons that main cannot give', () => {
    const worded = Object.keys(files[language]!['reason'] ?? {});
    expect(new Set(worded)).toEqual(new Set([...conflictReasons, ...notFoundReasons]));
  });

  test('every ending of a login has words and a next step, and there are none for others', () => {
    expect(loginEndings.flatMap((kind) => said(`accounts.ending.${kind}`)).filter((key) => !keys.has(key))).toEqual([]);
    const worded = Object.keys((files[language]!['accounts'] as Texts)['ending'] ?? {});
    expect(new Set(worded)).toEqual(new Set(loginEndings));
  });

  test('every fault of a recipient has words', () => {
    const faults = new Set(Object.values(badRecipients).flatMap((recipient) => Object.values(recipientFaults(recipient))));
    expect(faults.size).toBe(Object.keys((files[language]!['recipient'] as Texts)['fault'] ?? {}).length);
    expect([...faults].filter((fault) => !keys.has(`recipient.fault.${fault}`))).toEqual([]);
  });

  test('every carrier has a name, and nobody else has', () => {
    expect(new Set(Object.keys(files[language]!['carrier'] ?? {}))).toEqual(new Set(carrierCodes));
  });

  test('every remark of an operation has words', () => {
    expect(operationRemarks.filter((remark) => !keys.has(`outbox.remark.${remark}`))).toEqual([]);
  });
});

test('Russian counts by its own rules', async () => {
  const texts = createInstance();
  await texts.init({ lng: 'ru', resources: { ru: { translation: ru } } });
  const counted = [1, 2, 5, 11, 21, 22, 25].map((count) => texts.t('common.pieces', { count }));
  expect(counted).toEqual(['1 штука', '2 штуки', '5 штук', '11 штук', '21 штука', '22 штуки', '25 штук']);
});
