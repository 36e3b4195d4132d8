export { candidates } from './candidates.ts';
export type { CandidateOrigin, ScannerAffixes, WaybillCandidate } from './candidates.ts';
export { guessCarriers } from './carriers.ts';
export type { CarrierCode } from './carriers.ts';
export { displayWaybills, waybillEnding, waybillKeys } from './keys.ts';
