export { attachScanner } from './attach-scanner.ts';
export { calibrate, calibrationScans } from './calibrate.ts';
export type { Calibration, CalibrationScan } from './calibrate.ts';
export { createDecoder } from './decoder.ts';
export type { Decoder } from './decoder.ts';
export type { DecoderOutput, Fragment, PersonKey, Scan } from './decoder-output.ts';
export type { Focus, KeyStroke } from './key-stroke.ts';
