import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { attachScanner, type KeyStroke, type PersonKey, type Scan } from '../scanner/index.ts';
import { ScannerContext, type CalibrationReading, type ScanHandler, type ScannerHub } from './scanner-context.ts';
import { createShortcuts, pressKey } from './shortcuts.ts';

/** Reads any scanner; only for calibration, since a person's quick typing would pass for a scan. */
const patient: ScannerSettings = { maximumGapMs: 500, quietMs: 1000, minimumLength: 4, prefix: '', suffix: '' };

/** A modifier that belongs to a scan goes down so long before its first character at most. */
const modifierLeadMs = 300;

/** Puts the decoder in front of the whole page: scans to the active screen, a person's keys to their shortcuts. */
export function ScannerProvider({ settings, children }: { settings: ScannerSettings; children: ReactNode }) {
  const [calibrating, setCalibrating] = useState(false);
  const [switchboard] = useState(() => createSwitchboard(setCalibrating));
  // Before the first picture: a scanner may already be typing.
  useLayoutEffect(
    () => attachScanner(window, calibrating ? patient : settings, switchboard.handlers),
    [settings, calibrating, switchboard],
  );
  return <ScannerContext value={switchboard.hub}>{children}</ScannerContext>;
}

type CalibrationHandler = (reading: CalibrationReading) => void;

function createSwitchboard(onCalibrating: (calibrating: boolean) => void) {
  const scanHandlers: ScanHandler[] = [];
  const fragmentHandlers: (() => void)[] = [];
  const readingListeners: (() => void)[] = [];
  const shortcuts = createShortcuts();
  let calibration: CalibrationHandler | null = null;
  let strokes: KeyStroke[] = [];

  const hub: ScannerHub = {
    shortcuts,
    addScanHandler: (handler) => addTo(scanHandlers, handler),
    addReadingListener: (listener) => addTo(readingListeners, listener),
    addFragmentHandler: (handler) => addTo(fragmentHandlers, handler),
    startCalibration(handler) {
      calibration = handler;
      strokes = [];
      onCalibrating(true);
      return () => {
        calibration = null;
        onCalibrating(false);
      };
    },
  };

  function tellOfReading(): void {
    for (const listener of readingListeners) listener();
  }

  function onScan(scan: Scan): void {
    tellOfReading();
    if (!calibration) return scanHandlers.at(-1)?.(scan);
    const own = strokes.filter((stroke) => belongsTo(scan, stroke));
    strokes = [];
    return calibration({ raw: scan.raw, strokes: own });
  }

  const handlers = {
    onScan,
    onKey: (key: PersonKey) => pressKey(shortcuts, key, document.activeElement),
    onFragment: () => {
      tellOfReading();
      fragmentHandlers.at(-1)?.();
    },
    onStroke: (stroke: KeyStroke) => {
      if (calibration) strokes.push(stroke);
    },
  };
  return { hub, handlers };
}

function belongsTo(scan: Scan, stroke: KeyStroke): boolean {
  const isModifier = /^(Shift|Alt|Control|CapsLock)/.test(stroke.code);
  return stroke.at >= scan.startedAt - (isModifier ? modifierLeadMs : 0);
}

function addTo<Handler>(handlers: Handler[], handler: Handler): () => void {
  handlers.push(handler);
  return () => {
    const index = handlers.lastIndexOf(handler);
    if (index >= 0) handlers.splice(index, 1);
  };
}
