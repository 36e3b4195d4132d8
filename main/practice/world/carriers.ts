import type { RandomDraw } from './random.ts';

/** One form in which a carrier writes its waybill numbers, and the barcode that its label carries. */
export interface WaybillPattern {
  readonly carrier: string;
  /** The carrier's Chinese name, as sellers sometimes type it into the waybill field. */
  readonly carrierName: string;
  /** How often this form is met, beside the others. */
  readonly weight: number;
  /** A waybill number of this form. */
  readonly number: (draw: RandomDraw) => string;
  /** What the barcode says when it is more than the number. */
  readonly label?: (waybill: string, draw: RandomDraw) => string;
  /** A text that every number of this form matches. */
  readonly shape: RegExp;
}

const UPPER_ALPHANUMERIC = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LETTERS = 'ABCDEFGHJKLMNPRSTVXYZ';

/** UPU S10: two letters, eight digits, a check digit and the country. */
function internationalPostNumber(draw: RandomDraw): string {
  const serial = draw.digits(8);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(serial.charAt(place)), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return `${draw.pick(['EA', 'RB', 'LX', 'CP'])}${serial}${check}CN`;
}

/** JD labels carry package number, number of packages and sometimes a route behind the waybill. */
function jdPackageLabel(waybill: string, draw: RandomDraw): string {
  const total = draw.between(1, 3);
  const packageNumber = draw.between(1, total);
  return draw.chance(0.5) ? `${waybill}-${packageNumber}-${total}-${draw.digits(2)}` : `${waybill}N${packageNumber}S${total}H${draw.digits(2)}`;
}

function pattern(
  [carrier, carrierName]: readonly [string, string],
  weight: number,
  shape: RegExp,
  number: (draw: RandomDraw) => string,
  label?: (waybill: string, draw: RandomDraw) => string,
): WaybillPattern {
  return label === undefined ? { carrier, carrierName, weight, number, shape } : { carrier, carrierName, weight, number, shape, label };
}

const SF = ['SF', '顺丰'] as const;
const YTO = ['YTO', '圆通'] as const;
const ZTO = ['ZTO', '中通'] as const;
const STO = ['STO', '申通'] as const;
const YUNDA = ['Yunda', '韵达'] as const;
const JT = ['J&T', '极兔'] as const;
const POST = ['EMS / China Post', '邮政'] as const;
const JD = ['JD', '京东'] as const;
const CAINIAO = ['Cainiao', '菜鸟'] as const;
const DEPPON = ['Deppon', '德邦'] as const;
const FREIGHT = ['Aneng', '安能'] as const;
const OTHER = ['Other', '其他'] as const;

/** Every waybill form of the field's carriers, with the common ones often and each at least now and then. */
export const WAYBILL_PATTERNS: readonly WaybillPattern[] = [
  pattern(SF, 4, /^SF[0-9A-Z]\d{12}$/, (draw) => `SF${draw.characters('1234567', 1)}${draw.digits(12)}`),
  pattern(SF, 1, /^SF[A-Z]\d{12}$/, (draw) => `SF${draw.characters(LETTERS, 1)}${draw.digits(12)}`),
  pattern(SF, 1, /^\d{12}$/, (draw) => `${draw.pick(['2', '5', '6', '9'])}${draw.digits(11)}`),
  pattern(YTO, 5, /^YT\d{13}$/, (draw) => `YT${draw.pick(['2', '3', '7', '8'])}${draw.digits(12)}`),
  pattern(YTO, 1, /^[0-9A-Z]{10,12}$/, (draw) => draw.characters(UPPER_ALPHANUMERIC, draw.between(2, 4)) + draw.digits(8)),
  pattern(YTO, 1, /^[A-Z]{2}\d{10,13}$/, (draw) => draw.characters(LETTERS, 2) + draw.digits(draw.between(10, 13))),
  pattern(YTO, 1, /^[1-7]\d{17}$/, (draw) => draw.characters('1234567', 1) + draw.digits(17)),
  pattern(YTO, 1, /^88\d{16}$/, (draw) => `88${draw.digits(16)}`),
  pattern(ZTO, 5, /^7[3-68]\d{12}$/, (draw) => draw.pick(['73', '74', '75', '76', '78']) + draw.digits(12)),
  pattern(ZTO, 1, /^\d{12}$/, (draw) => `${draw.pick(['535', '632', '768'])}${draw.digits(9)}`),
  pattern(STO, 4, /^(?:77|43)\d{12,15}$/, (draw) => draw.pick(['77', '43']) + draw.digits(draw.between(12, 15))),
  pattern(STO, 1, /^(?:268|888|588)\d{9,13}$/, (draw) => draw.pick(['268', '888', '588']) + draw.digits(draw.between(9, 13))),
  pattern(STO, 1, /^(?:33|55|66)\d{11}$/, (draw) => draw.pick(['33', '55', '66']) + draw.digits(11)),
  pattern(YUNDA, 4, /^[34]\d{14}$/, (draw) => draw.pick(['3', '4']) + draw.digits(14)),
  pattern(YUNDA, 1, /^5\d{12}$/, (draw) => `5${draw.digits(12)}`),
  pattern(JT, 3, /^JT\d{13}$/, (draw) => `JT${draw.digits(13)}`),
  pattern(JT, 1, /^JT\d{12}$/, (draw) => `JT${draw.digits(12)}`),
  pattern(POST, 2, /^[189]\d{12}$/, (draw) => draw.pick(['1', '8', '9']) + draw.digits(12)),
  pattern(POST, 1, /^(?:5[0-2]|9[5-9])\d{11}$/, (draw) => draw.pick(['50', '51', '52', '95', '97', '99']) + draw.digits(11)),
  pattern(POST, 1, /^[A-Z]{2}\d{9}CN$/, internationalPostNumber),
  pattern(POST, 1, /^P[A-Z]\d{11}$/, (draw) => `P${draw.characters(LETTERS, 1)}${draw.digits(11)}`),
  pattern(JD, 4, /^JD[0-9A-Z]{2}\d{11}$/, (draw) => `JD${draw.characters(UPPER_ALPHANUMERIC, 2)}${draw.digits(11)}`, jdPackageLabel),
  pattern(JD, 1, /^JD[XK]\d{12}$/, (draw) => `JD${draw.pick(['X', 'K'])}${draw.digits(12)}`, jdPackageLabel),
  pattern(JD, 1, /^JDV[A-Z]\d{11}$/, (draw) => `JDV${draw.characters(LETTERS, 1)}${draw.digits(11)}`, jdPackageLabel),
  pattern(CAINIAO, 1, /^621\d{12}$/, (draw) => `621${draw.digits(12)}`),
  pattern(DEPPON, 2, /^DPK\d{11,12}$/, (draw) => `DPK${draw.digits(draw.between(11, 12))}`, (waybill) => `${waybill}-1`),
  pattern(DEPPON, 1, /^\d{8,10}$/, (draw) => draw.characters('123456789', 1) + draw.digits(draw.between(8, 9)), (waybill) => `${waybill}-1`),
  pattern(FREIGHT, 1, /^\d{12}$/, (draw) => `${draw.pick(['300', '320', '400'])}${draw.digits(9)}`),
  pattern(OTHER, 1, /^\d{20}$/, (draw) => draw.characters('123456789', 1) + draw.digits(19)),
  pattern(OTHER, 1, /^00\d{11,12}$/, (draw) => `00${draw.digits(draw.between(11, 12))}`),
];
