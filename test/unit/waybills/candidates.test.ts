import { describe, expect, it } from 'vitest';
import { candidates, type ScannerAffixes } from '../../../main/waybills/index.ts';

interface Reading {
  name: string;
  raw: string;
  affixes?: ScannerAffixes;
  key: string;
  how: string;
}

const readings: Reading[] = [
  { name: 'a plain code', raw: 'YT8812345678901', key: 'YT8812345678901', how: 'exact' },
  { name: 'blanks around', raw: ' YT8812345678901\r\n', key: 'YT8812345678901', how: 'cleaned' },
  { name: 'lower case', raw: 'yt8812345678901', key: 'YT8812345678901', how: 'cleaned' },
  { name: 'full width', raw: 'ＹＴ８８１２３４５６７８９０１', key: 'YT8812345678901', how: 'cleaned' },
  { name: 'groups of four', raw: 'YT88 1234 5678 901', key: 'YT8812345678901', how: 'cleaned' },
  { name: 'a zero-width space', raw: 'YT88\u200B12345678901', key: 'YT8812345678901', how: 'cleaned' },
  { name: "GS1's separator", raw: '\u001DYT8812345678901\u001D', key: 'YT8812345678901', how: 'cleaned' },
  { name: 'typed under a Russian layout', raw: 'НЕ2290-чл88123456', key: 'YT2290-XK88123456', how: 'keyboard-layout' },
  { name: 'Cyrillic letters of the same shape', raw: 'УТ8812345678901', key: 'YT8812345678901', how: 'look-alike' },
  { name: 'one Cyrillic letter', raw: 'YТ8812345678901', key: 'YT8812345678901', how: 'look-alike' },
  { name: 'a symbology identifier', raw: ']C1YT8812345678901', key: 'YT8812345678901', how: 'without-affixes' },
  { name: 'the same under a Russian layout', raw: 'ъС1НЕ8812345678901', key: 'YT8812345678901', how: 'without-affixes' },
  {
    name: "the station's prefix and suffix",
    raw: '@@yt8812345678901#',
    affixes: { prefix: '@@', suffix: '#' },
    key: 'YT8812345678901',
    how: 'without-affixes',
  },
  {
    name: 'a doubled prefix before a symbology identifier',
    raw: 'zz]C1YT8812345678901',
    affixes: { prefix: 'Z' },
    key: 'YT8812345678901',
    how: 'without-affixes',
  },
  { name: 'hyphens', raw: 'YT-8812-345678901', key: 'YT8812345678901', how: 'without-separators' },
  { name: 'a JD package label', raw: 'JDX012345678901-1-3-', key: 'JDX012345678901', how: 'package-label' },
  { name: 'a JD package label with a route', raw: 'JDVA00012345678N1S3H12', key: 'JDVA00012345678', how: 'package-label' },
  { name: 'a Deppon child', raw: 'DPK12345678901-2', key: 'DPK12345678901', how: 'package-label' },
  {
    name: 'an address in a QR code',
    raw: 'https://x.example/t?no=YT8812345678901&p=13812345678',
    key: 'YT8812345678901',
    how: 'part',
  },
  { name: 'an escaped address', raw: 'http://x.example/?d=%7B%22w%22%3A%22SF1234567890123%22', key: 'SF1234567890123', how: 'part' },
  { name: 'several fields', raw: '021-A3|JT1234567890123|13812345678|2', key: 'JT1234567890123', how: 'part' },
  { name: 'leading zeros', raw: '0001234567890', key: '0001234567890', how: 'exact' },
  { name: 'more digits than a number can hold', raw: '12345678901234567890123', key: '12345678901234567890123', how: 'exact' },
];

describe('what a scan can mean', () => {
  it.each(readings)('$name', ({ raw, affixes, key, how }) => {
    expect(candidates(raw, affixes)).toContainEqual(expect.objectContaining({ key, how }));
  });

  it('says which package of how many a label belongs to', () => {
    expect(candidates('JDX012345678901-2-3-A12')[1]).toEqual({
      key: 'JDX012345678901',
      how: 'package-label',
      packageNumber: 2,
      packageTotal: 3,
    });
    expect(candidates('DPK12345678901-2')[1]).toEqual({ key: 'DPK12345678901', how: 'package-label', packageNumber: 2 });
  });

  it('never joins a package label into the number of another parcel', () => {
    expect(candidates('DPK12345678901-2').map(({ key }) => key)).not.toContain('DPK123456789012');
  });

  it('puts the literal reading first, and a telephone number after the waybill', () => {
    const ofNoCarrier = '1234567890123456';
    const keys = candidates(`13812345678,${ofNoCarrier},YT8812345678901`).map(({ key }) => key);
    expect(keys[0]).toBe(`13812345678,${ofNoCarrier},YT8812345678901`);
    expect(keys.slice(-3)).toEqual(['YT8812345678901', ofNoCarrier, '13812345678']);
  });

  it('refuses nothing but nothing', () => {
    expect(candidates('')).toEqual([]);
    expect(candidates(' \u001D\u200B\r\n')).toEqual([]);
    expect(candidates('?')).toEqual([{ key: '?', how: 'exact' }]);
    expect(candidates('未发货')).toEqual([{ key: '未发货', how: 'exact' }]);
  });

  it('keeps the parts of a long text in bounds, the likely ones among them', () => {
    const noise = Array.from({ length: 200 }, (_, index) => `A${String(index)}-${String(10_000_000 + index)}`);
    const found = candidates([...noise, 'YT8812345678901'].join('|'));
    expect(found.length).toBeLessThan(80);
    expect(found.map(({ key }) => key)).toContain('YT8812345678901');
  });
});
