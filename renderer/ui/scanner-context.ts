import { createContext, useContext, useEffect, useRef } from 'react';
import type { CalibrationScan, Scan } from '../scanner/index.ts';
import type { Bindings, LayerOptions, Shortcuts } from './shortcuts.ts';

export type ScanHandler = (scan: Scan) => void;

/** A scan as calibration needs it: what was read, with every stroke of it. */
export interface CalibrationReading {
  raw: string;
  strokes: CalibrationScan['strokes'];
}

/** Where scans and keys of the whole page arrive. */
export interface ScannerHub {
  /** Scans go to the handler that was added last: the active screen, or the frame when no screen wants them. */
  addScanHandler(handler: ScanHandler): () => void;
  /** Told of every reading of the scanner, whoever takes it. */
  addReadingListener(listener: () => void): () => void;
  /** Told when the scanner typed too little for a code. */
  addFragmentHandler(handler: () => void): () => void;
  /** Reads with the greatest patience and hands each scan over with its strokes, instead of to the screen. */
  startCalibration(handler: (reading: CalibrationReading) => void): () => void;
  shortcuts: Shortcuts;
}

export const ScannerContext = createContext<ScannerHub | null>(null);

export function useScannerHub(): ScannerHub {
  const hub = useContext(ScannerContext);
  if (!hub) throw new Error('useScannerHub needs a ScannerProvider above it');
  return hub;
}

/** Takes scans as long as the component is there. */
export function useScans(handler: ScanHandler): void {
  const hub = useScannerHub();
  const latest = useLatest(handler);
  useEffect(() => hub.addScanHandler((scan) => latest.current(scan)), [hub, latest]);
}

/** Told of every reading of the scanner, as long as the component is there; the reading goes where it would go anyway. */
export function useReadings(listener: () => void): void {
  const hub = useScannerHub();
  const latest = useLatest(listener);
  useEffect(() => hub.addReadingListener(() => latest.current()), [hub, latest]);
}

/** Told of readings that were too short, as long as the component is there. */
export function useScanFragments(handler: () => void): void {
  const hub = useScannerHub();
  const latest = useLatest(handler);
  useEffect(() => hub.addFragmentHandler(() => latest.current()), [hub, latest]);
}

/** Binds keys as long as the component is there. */
export function useShortcuts(bindings: Bindings, { alone = false, oneByOne = false }: LayerOptions = {}): void {
  const hub = useScannerHub();
  const latest = useLatest(bindings);
  useEffect(() => hub.shortcuts.add(() => latest.current, { alone, oneByOne }), [hub, latest, alone, oneByOne]);
}

/** The newest value for handlers that are bound once. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
