export { candidates } from './candidates.ts';
export type { ScannerAffixes, WaybillCandidate } from './candidates.ts';
export { guessCarriers } from './carriers.ts';
export { displayWaybills, waybillEnding, waybillKeys } from './keys.ts';
