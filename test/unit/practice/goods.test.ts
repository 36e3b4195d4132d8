import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { pictureOf } from '../../../main/practice/pictures.ts';
import { GOODS_STATES } from '../../../main/practice/world/goods-state.ts';
import { combinationsOf, configurationFor, isPlainKey, itemAt, itemKeyOf, keysOfSeller, sellerOfKey } from '../../../main/practice/world/goods.ts';
import { RandomDraw, SERIES } from '../../../main/practice/world/random.ts';
import { NOUNS } from '../../../main/practice/world/vocabulary.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const KEYS = Array.from({ length: 3000 }, (_, key) => key * 44);

describe('items', () => {
  test('have ids of 12 digits, each its own, from which the item is found again', () => {
    const ids = KEYS.map((key) => itemAt(3, key, 'Taobao').id);
    expect(new Set(ids).size).toBe(KEYS.length);
    for (const id of ids) expect(id).toMatch(/^\d{12}$/);
    expect(ids.map(itemKeyOf)).toEqual(KEYS);
  });

  test('of 1688 carry the prefix in OT Platform and not at the provider', () => {
    const item = itemAt(3, 8, 'Alibaba1688');
    expect(item.id).toBe(`abb-${item.providerItemId}`);
    expect(itemKeyOf(item.id)).toBe(8);
  });

  test('are now and then those of a Tmall shop, at Taobao only', () => {
    const all = Array.from({ length: 960 }, (_, key) => [itemAt(3, key, 'Taobao'), itemAt(3, key, 'Alibaba1688')] as const);
    const tmall = all.map(([taobao]) => taobao).filter(({ isTmall }) => isTmall);
    expect(tmall).toHaveLength(60);
    for (const { externalUrl, providerItemId } of tmall) expect(externalUrl).toBe(`https://detail.tmall.com/item.htm?id=${providerItemId}`);
    expect(all.filter(([taobao]) => !taobao.isTmall).some(([taobao]) => taobao.externalUrl.includes('tmall'))).toBe(false);
    expect(all.some(([, alibaba]) => alibaba.isTmall)).toBe(false);
  });

  test('have titles in three languages', () => {
    for (const key of KEYS.slice(0, 300)) {
      const { title, noun } = itemAt(3, key, 'Taobao');
      expect(title.zh).toContain(noun.name.zh);
      expect(title.en.toLowerCase()).toContain(noun.name.en.toLowerCase());
      expect(title.ru).toContain(noun.name.ru);
    }
  });

  test('use the whole vocabulary', () => {
    const met = new Set(KEYS.map((key) => itemAt(3, key, 'Taobao').noun));
    expect(met.size).toBe(NOUNS.length);
  });

  test('have configurations in the three languages of the same colour', () => {
    const item = itemAt(3, 16, 'Taobao');
    const { text, colour } = configurationFor(item, new RandomDraw(3, SERIES.line, 0));
    expect(item.colours).toContain(colour);
    expect(text.zh).toMatch(new RegExp(`^颜色: ${colour.name.zh}; .+: .+$`));
    expect(text.en).toMatch(new RegExp(`^Colour: ${colour.name.en}; .+: .+$`));
    expect(text.ru).toMatch(new RegExp(`^Цвет: ${colour.name.ru}; .+: .+$`));
  });
});

describe('pictures', () => {
  test('are well-formed drawings in the colour of the item', () => {
    for (const key of KEYS.slice(0, 200)) {
      const item = itemAt(3, key, key % 24 < 8 ? 'Alibaba1688' : 'Taobao');
      const picture = pictureOf(3, item.id) ?? '';
      expect(XMLValidator.validate(picture)).toBe(true);
      expect(picture).toContain(item.colours[0]?.hex);
    }
  });

  test('are the same every time, and only for item ids', () => {
    const { id } = itemAt(3, 44, 'Taobao');
    expect(pictureOf(3, id)).toBe(pictureOf(3, id));
    for (const other of ['123', 'abb-', '599999999999', 'x00000000000']) expect(pictureOf(3, other)).toBeNull();
  });
});

describe('the catalogue', () => {
  const world = new PracticeWorld({ seed: 3, lines: 2000, epoch: Date.UTC(2026, 10, 23, 8) });
  const { catalogue } = world;
  const lines = Array.from({ length: world.lineCount }, (_, slot) => world.line(slot));

  test('has the goods of every line, in the configuration that it ordered, under its id', () => {
    for (const { item, configuration, seller } of lines) {
      const goods = catalogue.goodsWith(item.id);
      expect(goods?.item).toEqual(item);
      expect(goods?.seller).toEqual(seller);
      expect(goods?.configurations).toContainEqual(configuration);
    }
  });

  test('has each configuration of an item once, in every colour and size, the same every time', () => {
    const sellers = Array.from({ length: 12 }, (_, seller) => seller);
    for (const key of sellers.flatMap(keysOfSeller)) {
      const { item, configurations } = catalogue.goodsAt(key);
      expect(new Set(configurations.map(({ id }) => id)).size).toBe(configurations.length);
      const texts = new Set(configurations.map(({ text }) => text.zh));
      expect(texts).toEqual(new Set(isPlainKey(key) ? [] : combinationsOf(item).map(({ text }) => text.zh)));
      expect(catalogue.configurationsOf(key)).toEqual(configurations);
      for (const configuration of configurations) expect(catalogue.configurationWith(key, configuration.id)).toEqual(configuration);
    }
  });

  test('delivers new numbers for old ones, which belong to no other configuration', () => {
    const goods = { ...catalogue.goodsAt(8), state: { kind: 'renumbered' } } as const;
    const known = new Set(goods.configurations.map(({ id }) => id));
    for (const { id, text } of goods.configurations) {
      const delivered = catalogue.delivered(goods, id);
      expect(delivered?.text).toEqual(text);
      expect(known.has(delivered?.id ?? '')).toBe(false);
      expect(catalogue.delivered(goods, delivered?.id ?? '')).toEqual(delivered);
      expect(catalogue.delivered({ ...goods, state: { kind: 'fine' } }, delivered?.id ?? '')).toBeNull();
    }
  });

  test('knows no goods that nobody sells', () => {
    const { sellerCount } = world.layout;
    expect(sellerOfKey(sellerCount * 8, sellerCount)).toBeNull();
    expect(catalogue.goodsWith(itemAt(3, sellerCount * 8, 'Taobao').id)).toBeNull();
    expect(catalogue.goodsWith(itemAt(3, 0, 'Taobao').id)).toBeNull();
    expect(catalogue.goodsWith(itemAt(3, 0, 'Alibaba1688').id)?.provider).toBe('Alibaba1688');
  });

  test('has goods in every state in the smallest of worlds', () => {
    const small = new PracticeWorld({ seed: 5, lines: 20, epoch: 0 });
    const keys = Array.from({ length: small.layout.sellerCount }, (_, seller) => keysOfSeller(seller)).flat();
    expect(new Set(keys.map((key) => small.catalogue.goodsAt(key).state.kind))).toEqual(new Set(GOODS_STATES));
  });
});
