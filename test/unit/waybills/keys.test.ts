import { describe, expect, it } from 'vitest';
import { displayWaybills, waybillEnding, waybillKeys } from '../../../main/waybills/index.ts';

const fields: { field: string; waybills: string[] }[] = [
  { field: 'YT8812345678901', waybills: ['YT8812345678901'] },
  { field: ' yt8812345678901 ', waybills: ['YT8812345678901'] },
  { field: 'YT 8812 3456 78901', waybills: ['YT8812345678901'] },
  { field: 'ＳＦ１２３４５６７８９０１２３', waybills: ['SF1234567890123'] },
  { field: '顺丰 SF1234567890123', waybills: ['SF1234567890123'] },
  { field: '圆通速递:YT8812345678901', waybills: ['YT8812345678901'] },
  { field: '中通快递73123456789012', waybills: ['73123456789012'] },
  { field: 'ZTO 73123456789012', waybills: ['73123456789012'] },
  { field: 'SF1234567890123,JT1234567890123', waybills: ['SF1234567890123', 'JT1234567890123'] },
  { field: 'SF1234567890123；JT1234567890123', waybills: ['SF1234567890123', 'JT1234567890123'] },
  { field: 'SF1234567890123/73123456789012、YT8812345678901', waybills: ['SF1234567890123', '73123456789012', 'YT8812345678901'] },
  { field: '1234567\n7654321', waybills: ['1234567', '7654321'] },
  { field: '73123456789012 73123456789013', waybills: ['73123456789012', '73123456789013'] },
  { field: 'SF1234567890123 YT 8812 3456 78901', waybills: ['SF1234567890123', 'YT8812345678901'] },
  { field: '8812345678 12345678', waybills: ['8812345678', '12345678'] },
  { field: '0001234567890', waybills: ['0001234567890'] },
  { field: '1234 5678 9012 3456 7890 12', waybills: ['1234567890123456789012'] },
];

describe("an order line's waybill field", () => {
  it.each(fields)('$field is found by each of its waybills', ({ field, waybills }) => {
    expect(waybillKeys(field)).toEqual(expect.arrayContaining(waybills));
  });

  it.each(fields)('$field is shown as its waybills', ({ field, waybills }) => {
    expect(displayWaybills(field)).toEqual(waybills);
  });

  it('reads a blank both as a part of one number and as the border of two', () => {
    expect(waybillKeys('12345678 87654321')).toEqual(['1234567887654321', '12345678', '87654321']);
  });

  it('keeps a package label findable by its waybill, and never joined', () => {
    const keys = waybillKeys('DPK12345678901-2');
    expect(keys).toContain('DPK12345678901-2');
    expect(keys).toContain('DPK12345678901');
    expect(keys).not.toContain('DPK123456789012');
  });

  it('has no keys when it is empty, and itself as the key when nothing in it looks like a number', () => {
    expect(waybillKeys(' \t')).toEqual([]);
    expect(displayWaybills('')).toEqual([]);
    expect(waybillKeys('未发货')).toEqual(['未发货']);
    expect(displayWaybills('未发货')).toEqual(['未发货']);
  });

  it('has few keys, however long it is', () => {
    const groups = Array.from({ length: 500 }, (_, index) => String(10_000 + index));
    expect(waybillKeys(groups.join(' ')).length).toBeLessThan(500 * 6);
  });
});

describe('the ending for the search by hand', () => {
  it.each([
    ['YT8812345678901', '678901'],
    ['YT2290-XK88-1234', '881234'],
    ['123', '123'],
  ])('%s ends with %s', (key, ending) => {
    expect(waybillEnding(key)).toBe(ending);
  });
});
