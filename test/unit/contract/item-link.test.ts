import { describe, expect, it } from 'vitest';
import { readItem } from '../../../preload/contract/item-link.ts';

const id = '591608177630';
const item = (itemId: string, providerType: string | null, configurationId = '') => ({ ok: true, itemId, providerType, configurationId });
const fault = (fault: string) => ({ ok: false, fault });

describe('an item id', () => {
  it.each([
    [id, id, 'Taobao'],
    [` ${id}\n`, id, 'Taobao'],
    ['５９１６０８１７７６３０', id, 'Taobao'],
    [`\u200B${id}\uFEFF`, id, 'Taobao'],
    [`${id}.0`, id, 'Taobao'],
    [`tb-${id}`, `tb-${id}`, 'Taobao'],
    [`ABB-${id}`, `abb-${id}`, 'Alibaba1688'],
    ['Jd-100012043978', 'jd-100012043978', 'Jd'],
    ['wh-17', 'wh-17', 'Warehouse'],
    ['pdd-17', 'pdd-17', null],
  ])('%j is read', (text, itemId, providerType) => {
    expect(readItem(text)).toEqual(item(itemId, providerType));
  });

  it.each([
    ['', 'item-empty'],
    [' \u3000\n', 'item-empty'],
    ['red shirt', 'item-not-recognised'],
    ['abb-', 'item-not-recognised'],
    ['-5', 'item-not-recognised'],
    ['12 34', 'item-not-recognised'],
    ['1'.repeat(21), 'item-not-recognised'],
    ['5.91608E+11', 'item-rounded'],
    ['5,91608e+11', 'item-rounded'],
  ])('%j is not one', (text, code) => {
    expect(readItem(text)).toEqual(fault(code));
  });
});

describe('a link', () => {
  it.each([
    `https://item.taobao.com/item.htm?id=${id}`,
    `http://item.taobao.com/item.htm?spm=a230r.1.14.1&id=${id}&ns=1&abbucket=5#detail`,
    `item.taobao.com/item.htm?id=${id}`,
    `//item.taobao.com/item.htm?id=${id}`,
    `HTTPS://ITEM.TAOBAO.COM/item.htm?ID=${id}`,
    `https://world.taobao.com/item/${id}.htm?fromSite=main`,
    `https://tw.taobao.com/item/${id}.htm`,
    `https://m.intl.taobao.com/detail/detail.html?id=${id}`,
    `https://h5.m.taobao.com/awp/core/detail.htm?id=${id}`,
    `https://main.m.taobao.com/detail/index.html?id=${id}`,
    `https://new.m.taobao.com/detail.htm?id=${id}&x=1`,
    `https://a.m.taobao.com/i${id}.htm`,
    `taobao://item.taobao.com/item.htm?id=${id}`,
    `https://detail.tmall.com/item.htm?id=${id}`,
    `https://detail.m.tmall.com/item.htm?id=${id}`,
    `https://detail.tmall.hk/hk/item.htm?id=${id}`,
    `https://chaoshi.detail.tmall.com/item.htm?id=${id}`,
    `https://world.tmall.com/item/${id}.htm`,
    `https://item.taobao.example/item.htm?id=${id}`,
    `【淘宝】https://item.taobao.com/item.htm?id=${id}「2026新款」点击链接直接打开`,
    `Смотри: (https://item.taobao.com/item.htm?id=${id}).`,
    `https://m.tb.cn/h.5abc https://item.taobao.com/item.htm?id=${id}`,
    `https://item.taobao.com/item.htm?title=新款,红色&id=${id}`,
  ])('%s leads to goods of Taobao', (link) => {
    expect(readItem(link)).toEqual(item(id, 'Taobao'));
  });

  it.each([
    `https://detail.1688.com/offer/${id}.html`,
    `detail.1688.com/offer/${id}.html?spm=a2615.2177701`,
    `https://m.1688.com/offer/${id}.html`,
    `https://detail.m.1688.com/page/index.html?offerId=${id}`,
    `https://m.1688.com/offer/${id}.html?keyword=新款`,
    `https://detail.1688.example/offer/${id}.html`,
  ])('%s leads to goods of 1688', (link) => {
    expect(readItem(link)).toEqual(item(`abb-${id}`, 'Alibaba1688'));
  });

  it('names the configuration where it has one', () => {
    expect(readItem(`https://item.taobao.com/item.htm?id=${id}&skuId=4001`)).toEqual(item(id, 'Taobao', '4001'));
    expect(readItem(`https://detail.1688.com/offer/${id}.html?skuId=5002`)).toEqual(item(`abb-${id}`, 'Alibaba1688', '5002'));
  });

  it.each([
    `https://taobao.com.evil.com/item.htm?id=${id}`,
    `https://item.taobao.com@evil.com/item.htm?id=${id}`,
    `https://evil.com/?to=https://item.taobao.com/item.htm?id=${id}`,
    `https://eviltaobao.com/item.htm?id=${id}`,
    `https://evil-1688.com/offer/${id}.html`,
    `evil.com/item.taobao.com/item.htm?id=${id}`,
    `https://item.taobao.example.com/item.htm?id=${id}`,
    `https://item.taobao.co/item.htm?id=${id}`,
    'https://www.example.org/',
    'www.example.org',
    'https://',
  ])('%s is of nobody we know', (link) => {
    expect(readItem(link)).toEqual(fault('link-not-recognised'));
  });

  it.each([
    'https://m.tb.cn/h.5abcDEF?tk=xyz CZ001',
    'https://e.tb.cn/h.gabc',
    '【1688】https://qr.1688.com/s/AbCd',
    'https://shop12345.taobao.com/?id=77',
    'https://item.taobao.com/item.htm?id=abc',
    'https://www.1688.com/',
  ])('%s names no item', (link) => {
    expect(readItem(link)).toEqual(fault('link-without-item'));
  });

  it('is read in an instant however odd the text is', () => {
    for (const text of ['a.'.repeat(2000), 'http://'.repeat(600), '-'.repeat(4000), '1'.repeat(4000), `${'a-'.repeat(1900)}.com/`]) {
      expect(readItem(text).ok).toBe(false);
    }
  });
});
