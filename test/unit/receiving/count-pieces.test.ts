import { describe, expect, test } from 'vitest';
import { countPieces } from '../../../main/receiving/count-pieces.ts';
import { scanOutcome } from '../../../main/receiving/scan-outcome.ts';

describe('pieces of a line', () => {
  test.each([
    { status: 4, pending: 0, receivedBefore: 0, awaited: 5 },
    { status: 4, pending: 2, receivedBefore: 2, awaited: 3 },
    { status: 1, pending: 5, receivedBefore: 5, awaited: 0 },
    // The line shrank at OT Platform below what was booked here.
    { status: 4, pending: 7, receivedBefore: 7, awaited: 0 },
    { status: 6, pending: 0, receivedBefore: 5, awaited: 0 },
    { status: 10, pending: 0, receivedBefore: 5, awaited: 0 },
    { status: 13, pending: 0, receivedBefore: 0, awaited: 0 },
    { status: 12, pending: 2, receivedBefore: 2, awaited: 0 },
    // A status that the reference does not list: OT Platform decides.
    { status: 14, pending: 1, receivedBefore: 1, awaited: 4 },
  ])('status $status, $pending pending of 5', ({ status, pending, receivedBefore, awaited }) => {
    const line = { quantity: 5, status: { id: status, name: '' } };
    expect(countPieces(line, { pending, toTakeBack: 0, bookedAgain: 0 })).toEqual({ receivedBefore, awaited });
  });

  test.each([
    { toTakeBack: 5, bookedAgain: 0, receivedBefore: 0, awaited: 5 },
    { toTakeBack: 5, bookedAgain: 2, receivedBefore: 2, awaited: 3 },
    { toTakeBack: 5, bookedAgain: 5, receivedBefore: 5, awaited: 0 },
    { toTakeBack: 5, bookedAgain: 8, receivedBefore: 5, awaited: 0 },
    { toTakeBack: 9, bookedAgain: 0, receivedBefore: 0, awaited: 5 },
  ])('received, $toTakeBack to take back, $bookedAgain booked again', ({ receivedBefore, awaited, ...unsettled }) => {
    const line = { quantity: 5, status: { id: 6, name: '' } };
    expect(countPieces(line, { pending: 0, ...unsettled })).toEqual({ receivedBefore, awaited });
  });
});

describe('outcome of a scan', () => {
  const line = (awaited: number, receivedBefore: number) => ({ awaited, receivedBefore });

  test.each([
    { outcome: 'refused', canBeNumber: false, lines: [] },
    { outcome: 'unknown', canBeNumber: true, lines: [] },
    { outcome: 'found', canBeNumber: true, lines: [line(2, 0)] },
    { outcome: 'found', canBeNumber: true, lines: [line(2, 0), line(0, 0)] },
    { outcome: 'partly-received', canBeNumber: true, lines: [line(2, 1)] },
    { outcome: 'partly-received', canBeNumber: true, lines: [line(2, 0), line(0, 1)] },
    { outcome: 'already-received', canBeNumber: true, lines: [line(0, 2)] },
    { outcome: 'already-received', canBeNumber: true, lines: [line(0, 2), line(0, 0)] },
    { outcome: 'attention', canBeNumber: true, lines: [line(0, 0)] },
  ])('$outcome: $lines', ({ outcome, canBeNumber, lines }) => {
    expect(scanOutcome(canBeNumber, lines)).toBe(outcome);
  });
});
