import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates, displayWaybills, guessCarriers, waybillEnding, waybillKeys } from '../../../main/waybills/index.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
const numbered = (prefix: string, length: number) => digits(length).map((number) => `${prefix}${number}`);

const waybill = fc.oneof(
  numbered('SF1', 12),
  numbered('YT', 13),
  numbered('73', 12),
  numbered('000', 12),
  numbered('JT', 13),
  numbered('JDVA', 11),
  numbered('DPK', 12),
  numbered('LX', 9).map((number) => `${number}CN`),
  numbered('9', 22),
  numbered('YT2290-XK', 8),
);

/** Number in groups, as people and sellers write it. */
const grouped = (text: string, separator: string) => text.replace(/(.{4})(?=.)/g, `$1${separator}`);
const fullWidth = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Where the keys of the letters are on a Russian keyboard, written out apart from the code under test. */
const russian: Record<string, string> = Object.fromEntries(
  'qй wц eу rк tе yн uг iш oщ pз aф sы dв fа gп hр jо kл lд zя xч cс vм bи nт mь ]ъ'.split(' ').map((pair) => [pair[0], pair[1]]),
);
const underRussianLayout = (text: string) =>
  text.replace(/[a-z\]]/gi, (character) => {
    const typed = russian[character.toLowerCase()] ?? character;
    return character === character.toLowerCase() ? typed : typed.toUpperCase();
  });

const rewriting = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => ` ${text}\r\n`,
  (text) => grouped(text, ' '),
  fullWidth,
);

const field = fc
  .tuple(
    waybill,
    rewriting,
    fc.constantFrom('', '顺丰 ', '圆通速递:', 'ZTO '),
    fc.constantFrom('', ',SF1999999999999', ' / 73999999999999', '\nJT1999999999999', '、YT8899999999999'),
  )
  .map(([number, rewrite, before, after]) => ({ number, field: `${before}${rewrite(number)}${after}` }));

const scanDecoration = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `]C1${text}`,
  (text) => `\u001D${text}`,
  (text) => `#P${text}`,
  (text) => `#P#P${text}$`,
  (text) => `]C1${text}\r`,
);
const typing = fc.constantFrom<(text: string) => string>(
  (text) => text,
  underRussianLayout,
  (text) => underRussianLayout(text.toLowerCase()),
  (text) => text.toLowerCase(),
  fullWidth,
);

const keysMeet = (raw: string, text: string) => {
  const keys = new Set(waybillKeys(text));
  return candidates(raw, { prefix: '#P', suffix: '$' }).some(({ key }) => keys.has(key));
};

describe('a scan and a field that mean the same waybill', () => {
  it('meet in a key, however each was written', () => {
    fc.assert(
      fc.property(field, scanDecoration, typing, ({ number, field: text }, decorate, type) => {
        expect(keysMeet(type(decorate(number)), text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('meet when the label names a package', () => {
    const label = fc.constantFrom('-1-3-', '-2-12-A7', 'N1S3H12');
    fc.assert(
      fc.property(numbered('JDVA', 11), label, typing, (number, ending, type) => {
        expect(keysMeet(type(`${number}${ending}`), number)).toBe(true);
      }),
    );
  });

  it('meet when the code is one field of a longer text', () => {
    const around = fc.constantFrom(
      (text: string) => `https://t.example/q?no=${text}&phone=13812345678`,
      (text: string) => `021-A3|${text}|13812345678|2.5`,
      (text: string) => JSON.stringify({ mail: text, weight: 2 }),
    );
    fc.assert(
      fc.property(waybill, around, (number, surround) => {
        expect(keysMeet(surround(number), number)).toBe(true);
      }),
    );
  });
});

describe('any text at all', () => {
  it('is read without an error, without empty or repeated keys, and in the index form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = candidates(text).map(({ key }) => key);
        const keys = waybillKeys(text);
        for (const list of [found, keys, displayWaybills(text)]) {
          expect(new Set(list).size).toBe(list.length);
          expect(list).not.toContain('');
        }
        for (const key of [...found, ...keys]) {
          expect(key).not.toMatch(/\s/);
          guessCarriers(key);
          waybillEnding(key);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('that is not empty is found again under what was scanned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        fc.pre(candidates(text).length > 0);
        expect(waybillKeys(text)).toContain(candidates(text)[0]?.key);
      }),
    );
  });
});
