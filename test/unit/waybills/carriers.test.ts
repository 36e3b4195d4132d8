import { describe, expect, it } from 'vitest';
import { carrierCodes } from '../../../main/waybills/carriers.ts';
import { candidates, guessCarriers } from '../../../main/waybills/index.ts';
import { carrierCodes as namedCarriers } from '../../../preload/contract/carriers.ts';

const likelyCarriers: [string, string][] = [
  ['SF1234567890123', 'sf'],
  ['SFX234567890123', 'sf'],
  ['123456789012', 'sf'],
  ['YT8812345678901', 'yto'],
  ['881234567890123456', 'yto'],
  ['73123456789012', 'zto'],
  ['78123456789012', 'zto'],
  ['77123456789012', 'sto'],
  ['43123456789012345', 'sto'],
  ['3312345678901', 'sto'],
  ['312345678901234', 'yunda'],
  ['5312345678901', 'yunda'],
  ['JT1234567890123', 'jt'],
  ['JT123456789012', 'jt'],
  ['1123456789012', 'ems'],
  ['EE123456785CN', 'ems'],
  ['9712345678901', 'china-post'],
  ['RA473124829CN', 'china-post'],
  ['PA12345678901', 'china-post'],
  ['JDAB12345678901', 'jd'],
  ['JDX012345678901', 'jd'],
  ['JDVA12345678901', 'jd'],
  ['JDX012345678901-1-3-', 'jd'],
  ['621123456789012', 'cainiao'],
  ['DPK12345678901', 'deppon'],
  ['DPK12345678901-2', 'deppon'],
  ['12345678', 'deppon'],
];

describe('the carrier that a waybill looks like', () => {
  it.each(likelyCarriers)('%s looks most like %s', (key, carrier) => {
    expect(guessCarriers(key)[0]).toBe(carrier);
  });

  it('lists every carrier whose numbers overlap', () => {
    expect(guessCarriers('123456789012')).toEqual(expect.arrayContaining(['sf', 'zto', 'yto', 'aneng', 'yimidida', 'zto-freight']));
  });

  it('shows a number that is certain without the wide guesses', () => {
    expect(guessCarriers('SF1234567890123')).toEqual(['sf']);
  });

  it('trusts a postal number by its check digit', () => {
    const keys = candidates('AA473124828CN|AA473124829CN').map(({ key }) => key);
    expect(keys.indexOf('AA473124829CN')).toBeLessThan(keys.indexOf('AA473124828CN'));
    expect(guessCarriers('AA473124828CN')).toEqual(['china-post']);
  });

  it('has no guess for what fits nothing, which is still a candidate', () => {
    expect(guessCarriers('X1')).toEqual([]);
    expect(candidates('X1')).toEqual([{ key: 'X1', how: 'exact' }]);
  });
});

it('the carriers that numbers are known of are those that pages have names for', () => {
  expect([...carrierCodes].sort()).toEqual([...namedCarriers].sort());
});
