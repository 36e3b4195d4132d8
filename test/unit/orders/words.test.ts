import { describe, expect, test } from 'vitest';
import { hasWords, indexedWords, wantedWords } from '../../../main/orders/words.ts';
import { matchedParts } from '../../../renderer/lookup/matched-parts.ts';

const title = '2026新款纯棉连衣裙女 Ёлка café T-shirt';

describe('a typed text', () => {
  test.each([
    ['dress women', 'Women cotton dress'],
    ['wom dre', 'Women cotton dress'],
    ['WOMEN', 'women'],
    ['елк', title],
    ['cafe', title],
    ['Café', title],
    ['连', title],
    ['裙', title],
    ['女', title],
    ['连衣裙', title],
    ['连衣裙 纯棉', title],
    ['纯棉2026', title],
    ['t-sh', title],
    ['ｔ恤', '新款T恤'],
    ['платье', 'ПЛАТЬЕ ЖЕНСКОЕ'],
    ['뜨개', '뜨개질 실'],
  ])('%j has its words in %j', (typed, text) => {
    expect(hasWords(text, wantedWords(typed))).toBe(true);
  });

  test.each([
    ['ress', 'dress'],
    ['dress men', 'dress women'],
    ['衣连', title],
    ['裙衣', title],
    ['毛衣', title],
    ['shirts', title],
  ])('%j does not have its words in %j', (typed, text) => {
    expect(hasWords(text, wantedWords(typed))).toBe(false);
  });

  test('without a letter or a digit wants nothing', () => {
    expect(wantedWords(' -“”* ')).toEqual([]);
  });

  test('of a very long word wants what is kept of it', () => {
    const word = 'abcdefghijklmnopqrstuvwxyz';
    expect(hasWords(word, wantedWords(word))).toBe(true);
    expect(indexedWords([word]).split(' ')).toHaveLength(16);
  });
});

describe('the words that stand out in a title', () => {
  const marked = (text: string, search: string): string =>
    matchedParts(text, search).map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join('');

  test.each([
    ['Women cotton dress', 'dre wom', '[Wom]en cotton [dre]ss'],
    ['address dress', 'dress', 'address [dress]'],
    ['新款纯棉连衣裙女', '连衣裙', '新款纯棉[连衣裙]女'],
    ['新款纯棉连衣裙女', '女 纯', '新款[纯]棉连衣裙[女]'],
    ['棉衣连衣', '棉连衣', '棉衣[连衣]'],
    ['Ёлка café', 'елка CAFE', '[Ёлка] [café]'],
    ['新款T恤', 't恤', '新款[T恤]'],
    ['cafe\u0301 noir', 'café', '[cafe\u0301] noir'],
    ['Women', '', 'Women'],
    ['', 'dress', ''],
  ])('of %j for %j are %j', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });
});
