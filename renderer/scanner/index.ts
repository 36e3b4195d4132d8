export { attachScanner, strokeOf } from './attach-scanner.ts';
export type { ScannerHandlers } from './attach-scanner.ts';
export { calibrate, calibrationScans } from './calibrate.ts';
export type { Calibration, CalibrationProblem, CalibrationScan } from './calibrate.ts';
export { createDecoder } from './decoder.ts';
export type { Decoder, Fed } from './decoder.ts';
export type { DecoderOutput, Fragment, PersonKey, Scan } from './decoder-output.ts';
export type { Focus, KeyStroke, Terminator } from './key-stroke.ts';
