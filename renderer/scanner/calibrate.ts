import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { createDecoder } from './decoder.ts';
import type { Scan } from './decoder-output.ts';
import type { KeyStroke, Terminator } from './key-stroke.ts';

/** One scan of the calibration sheet. */
export interface CalibrationScan {
  strokes: readonly KeyStroke[];
  /** The code on the sheet. */
  expected: string;
}

/** Why the scans say nothing reliable. */
export type CalibrationProblem =
  /** Fewer scans than `calibrationScans`. */
  | 'too-few'
  /** The keys of one reading were no scan, or more than one. */
  | 'not-a-scan'
  /** The code of the sheet is not in what was typed. */
  | 'different-text'
  /** The scans disagree about prefix, suffix or terminator. */
  | 'different-scans';

export type Calibration =
  | { kind: 'learned'; settings: ScannerSettings; terminator: Terminator; averageGapMs: number; longestGapMs: number }
  | { kind: 'problem'; problem: CalibrationProblem };

/** So many scans of the sheet are asked for. */
export const calibrationScans = 3;

/** Reads any scanner: the longest times that the settings allow. */
const patient = { maximumGapMs: 500, quietMs: 1000, minimumLength: 1, prefix: '', suffix: '' } satisfies ScannerSettings;

/** A scanner's gaps grow when it or the computer is busy: by a factor for a fast one, by some time for a slow one. */
const reserveFactor = 3;
const reserveMs = 60;
const shortestLimitMs = 30;

interface Reading {
  scan: Scan;
  prefix: string;
  suffix: string;
  longestGapMs: number;
}

/**
 * Learns from scans of the sheet how this scanner types: times, terminator, what it puts around a code. The minimum
 * length stays as it was; it is about codes, not about the scanner.
 */
export function calibrate(scans: readonly CalibrationScan[], current: ScannerSettings): Calibration {
  if (scans.length < calibrationScans) return { kind: 'problem', problem: 'too-few' };
  const readings: Reading[] = [];
  for (const scan of scans) {
    const reading = readOne(scan);
    if (typeof reading === 'string') return { kind: 'problem', problem: reading };
    readings.push(reading);
  }
  const [first] = readings;
  if (!first || !readings.every((reading) => isAlike(reading, first))) return { kind: 'problem', problem: 'different-scans' };
  return learn(first, readings, current);
}

function readOne({ strokes, expected }: CalibrationScan): Reading | CalibrationProblem {
  const found = scansIn(strokes);
  const [scan] = found;
  if (!scan || found.length > 1) return 'not-a-scan';
  const start = scan.raw.toUpperCase().indexOf(expected.toUpperCase());
  if (start < 0 || expected === '') return 'different-text';
  return {
    scan,
    prefix: scan.raw.slice(0, start),
    suffix: scan.raw.slice(start + expected.length),
    longestGapMs: longestGap(strokes),
  };
}

function scansIn(strokes: readonly KeyStroke[]): Scan[] {
  const decoder = createDecoder(patient);
  const outputs = [...strokes.flatMap((stroke) => decoder.feed(stroke, 'page').outputs), ...decoder.flush()];
  return outputs.filter((output) => output.kind === 'scan');
}

/** Between two keys of the scan, as the decoder counts: modifiers are keys too. */
function longestGap(strokes: readonly KeyStroke[]): number {
  const downs = strokes.filter((stroke) => stroke.type === 'down' && !stroke.repeat);
  return Math.max(0, ...downs.slice(1).map((stroke, index) => stroke.at - (downs[index]?.at ?? stroke.at)));
}

function isAlike(one: Reading, other: Reading): boolean {
  const sameAffixes = one.prefix === other.prefix && one.suffix === other.suffix;
  return sameAffixes && one.scan.terminator === other.scan.terminator;
}

function learn(first: Reading, readings: readonly Reading[], current: ScannerSettings): Calibration {
  const longestGapMs = Math.max(...readings.map((reading) => reading.longestGapMs));
  const averageGapMs = readings.reduce((sum, { scan }) => sum + scan.averageGapMs, 0) / readings.length;
  const withReserve = Math.min(longestGapMs * reserveFactor, longestGapMs + reserveMs);
  const maximumGapMs = within(shortestLimitMs, Math.ceil(withReserve), patient.maximumGapMs);
  return {
    kind: 'learned',
    terminator: first.scan.terminator,
    averageGapMs,
    longestGapMs,
    settings: {
      ...current,
      maximumGapMs,
      quietMs: within(100, 2 * maximumGapMs, patient.quietMs),
      prefix: first.prefix,
      suffix: first.suffix,
    },
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(least, value), most);
}
