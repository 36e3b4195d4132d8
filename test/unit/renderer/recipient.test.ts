import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { recipientFaults, recipientFields, type RecipientField } from '../../../preload/contract/recipient.ts';
import { stationSettings } from '../../../preload/contract/settings.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import ru from '../../../renderer/i18n/ru.json' with { type: 'json' };
import zh from '../../../renderer/i18n/zh.json' with { type: 'json' };
import { emptyRecipient, isSame, shownFaults, tidyRecipient } from '../../../renderer/settings/recipient-form.ts';
import { sheetContent, sheetText } from '../../../renderer/settings/recipient-sheet.ts';
import { sampleRecipient } from './sample-accounts.ts';

describe('the form of the recipient', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['86138', '86138'],
  ])('takes the mobile number "%s" as %s', (typed, mobile) => {
    expect(tidyRecipient({ ...sampleRecipient, mobile: typed }).mobile).toBe(mobile);
  });

  test('trims texts and leaves the blanks inside them', () => {
    expect(tidyRecipient({ ...sampleRecipient, address: ' 广州市 12 号 ' }).address).toBe('广州市 12 号');
  });

  test('says nothing of fields that nobody has left yet', () => {
    expect(shownFaults(emptyRecipient, new Set())).toEqual({});
    expect(shownFaults({ ...emptyRecipient, mobile: '12', name: 'Wang' }, new Set<RecipientField>(['mobile']))).toEqual({
      mobile: 'not-a-mobile',
    });
  });

  test('says everything once saving was tried', () => {
    expect(Object.keys(shownFaults(emptyRecipient, new Set(recipientFields))).sort()).toEqual([...recipientFields].sort());
  });

  test('without faults is what the settings take', () => {
    const recipient = tidyRecipient({ ...sampleRecipient, mobile: '138 0013 8000' });
    expect(recipientFaults(recipient)).toEqual({});
    expect(stationSettings.shape.recipient.safeParse(recipient).success).toBe(true);
  });

  test('knows whether what it shows is what is kept', () => {
    expect(isSame(sampleRecipient, { ...sampleRecipient })).toBe(true);
    expect(isSame(sampleRecipient, { ...sampleRecipient, address: '别处' })).toBe(false);
    expect(isSame(emptyRecipient, null)).toBe(false);
  });
});

describe('the sheet for the manager', () => {
  const texts = createInstance();
  beforeAll(() =>
    texts.init({ lng: 'en', resources: { en: { translation: en }, ru: { translation: ru }, zh: { translation: zh } } }),
  );

  test.each(['en', 'ru'])('in %s has each label in that language and in Chinese', (language) => {
    const { facts } = sheetContent(sampleRecipient, texts.getFixedT(language), texts.getFixedT('zh'));
    const own = texts.getFixedT(language);
    expect(facts.map(({ label }) => label)).toEqual(
      recipientFields.map((field) => `${own(`recipient.field.${field}`)} / ${zh.recipient.field[field]}`),
    );
  });

  test('in Chinese has each label and each note once', () => {
    const { title, facts, notes } = sheetContent(sampleRecipient, texts.getFixedT('zh'), texts.getFixedT('zh'));
    expect([title, ...facts.map(({ label }) => label)].join('')).not.toContain('/');
    expect(new Set(notes).size).toBe(notes.length);
  });

  test('says that goods of Tmall cannot be exported', () => {
    expect(sheetContent(sampleRecipient, texts.getFixedT('en'), texts.getFixedT('zh')).notes).toContain(en.accounts.tmall);
  });

  test('as text has every value on a line of its own', () => {
    const text = sheetText(sheetContent(sampleRecipient, texts.getFixedT('ru'), texts.getFixedT('zh')));
    const lines = text.split('\n');
    for (const value of Object.values(sampleRecipient)) {
      expect(lines.filter((line) => line.endsWith(`: ${value}`))).toHaveLength(1);
    }
  });
});
