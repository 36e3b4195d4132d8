import { describe, expect, it } from 'vitest';
import { signatureOf, timestampOf } from '../../../main/otapi/signature.ts';

describe('signature', () => {
  it('of the documented example is the documented one', () => {
    const parameters = new Map([
      ['timestamp', '20210212114345'],
      ['language', 'ru'],
      ['instanceKey', 'INSTANCEKEY'],
      ['categoryId', '0'],
    ]);
    expect(signatureOf('GetCategoryInfo', parameters, '123123')).toBe(
      '305330c8b160062a90c9449cd146f4fb79a458d0fe3f04b55908edab5c65f1a5',
    );
  });

  it('orders names by bytes, capitals first', () => {
    const capitalFirst = signatureOf('M', new Map([['Z', '1'], ['a', '2']]), 's');
    expect(signatureOf('M', new Map([['a', '2'], ['Z', '1']]), 's')).toBe(capitalFirst);
    expect(capitalFirst).toBe(signatureOf('M', new Map([['x', '12']]), 's'));
  });

  it('is the same with and without empty values', () => {
    const parameters = new Map([['a', 'x'], ['c', 'y']]);
    expect(signatureOf('M', new Map([...parameters, ['b', '']]), 's')).toBe(signatureOf('M', parameters, 's'));
  });

  it('takes values as UTF-8 text before URL encoding', () => {
    expect(signatureOf('M', new Map([['a', '密码 &=']]), 's')).toBe(signatureOf('M密码 ', new Map([['a', '&=']]), 's'));
  });
});

describe('timestamp', () => {
  it('is UTC without separators', () => {
    expect(timestampOf(new Date('2026-11-03T04:05:06.789+03:00'))).toBe('20261103010506');
  });
});
