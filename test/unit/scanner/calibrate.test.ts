import { describe, expect, it } from 'vitest';
import { scannerSettings } from '../../../preload/contract/settings.ts';
import { calibrate, createDecoder, type CalibrationScan } from '../../../renderer/scanner/index.ts';
import { plainScanner, read, SimulatedScanner, stroke, type ScannerModel } from './simulated-scanner.ts';

const current = { maximumGapMs: 110, quietMs: 160, minimumLength: 6, prefix: 'old', suffix: '' };
const sheet = 'WS-CALIBRATE-0123456789';

function scans(model: Partial<ScannerModel>, typed = sheet): CalibrationScan[] {
  const scanner = new SimulatedScanner({ ...plainScanner, ...model });
  return [1, 2, 3].map(() => {
    scanner.pause(2000);
    return { strokes: scanner.scan(typed), expected: sheet };
  });
}

describe('calibration', () => {
  it.each([
    { gapMs: 0, maximumGapMs: 30, quietMs: 100 },
    { gapMs: 6, maximumGapMs: 30, quietMs: 100 },
    { gapMs: 20, maximumGapMs: 60, quietMs: 120 },
    { gapMs: 100, maximumGapMs: 160, quietMs: 320 },
  ])('learns the times of a scanner with $gapMs ms between keys', ({ gapMs, maximumGapMs, quietMs }) => {
    const calibration = calibrate(scans({ gapMs }), current);
    expect(calibration).toMatchObject({
      kind: 'learned',
      terminator: 'enter',
      averageGapMs: gapMs,
      longestGapMs: gapMs,
      settings: { maximumGapMs, quietMs, minimumLength: 6, prefix: '', suffix: '' },
    });
  });

  it.each(['enter', 'tab', 'none'] as const)('learns that %s ends a scan', (ending) => {
    expect(calibrate(scans({ ending }), current)).toMatchObject({ kind: 'learned', terminator: ending });
  });

  it('learns what the scanner puts around a code, whatever the layout and the case', () => {
    const calibration = calibrate(scans({ layout: 'ru' }, `]C1#${sheet.toLowerCase()}/`), current);
    expect(calibration).toMatchObject({ settings: { prefix: ']C1#', suffix: '/' } });
  });

  it('gives settings that the contract accepts and that read the scanner', () => {
    for (const gapMs of [0, 3, 50, 100, 200, 450]) {
      const calibration = calibrate(scans({ gapMs }), current);
      if (calibration.kind !== 'learned') throw new Error(calibration.problem);
      expect(scannerSettings.parse(calibration.settings)).toEqual(calibration.settings);
      const strokes = new SimulatedScanner({ ...plainScanner, gapMs }).scan('YT8812345678901');
      expect(read(createDecoder(calibration.settings), strokes).outputs).toEqual([expect.objectContaining({ raw: 'YT8812345678901' })]);
    }
  });

  it.each([
    ['too-few', scans({}).slice(1)],
    ['not-a-scan', scans({}).map((scan) => ({ ...scan, strokes: [stroke('Escape', 0)] }))],
    ['not-a-scan', scans({}).map((scan) => ({ ...scan, strokes: [...scan.strokes, ...scan.strokes.map((each) => ({ ...each, at: each.at + 900 }))] }))],
    ['different-text', scans({}, 'YT8812345678901')],
    ['different-scans', [...scans({}), ...scans({ ending: 'tab' })]],
    ['different-scans', [...scans({}), ...scans({}, `#${sheet}`)]],
  ])('says %s when the scans say nothing reliable', (problem, list) => {
    expect(calibrate(list, current)).toEqual({ kind: 'problem', problem });
  });
});
