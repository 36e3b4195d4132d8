/** The carriers whose numbers the station knows (main/waybills); each has a name in every language. */
export const carrierCodes = [
  'sf',
  'yto',
  'zto',
  'sto',
  'yunda',
  'jt',
  'ems',
  'china-post',
  'jd',
  'cainiao',
  'deppon',
  'aneng',
  'yimidida',
  'zto-freight',
] as const;
export type CarrierCode = (typeof carrierCodes)[number];
