import { describe, expect, test } from 'vitest';
import {
  clearEntry,
  confirmOver,
  enteredPieces,
  fitEntry,
  hasEntry,
  moveLine,
  setPieces,
  setTyped,
  startEntry,
  stepPieces,
  totalEntered,
  typeDigit,
  unconfirmedOver,
  type Entry,
} from '../../../renderer/receive/entry.ts';
import { sampleLine } from './sample-parcels.ts';

const lines = [
  sampleLine({ lineId: 'done', quantity: 2, receivedBefore: 2 }),
  sampleLine({ lineId: 'three', quantity: 3 }),
  sampleLine({ lineId: 'twelve', quantity: 12 }),
];

function typed(digits: string, from: Entry = startEntry(lines)): Entry {
  return digits.split('').reduce(typeDigit, from);
}

test('starts at zero on the first line that awaits pieces', () => {
  const entry = startEntry(lines);
  expect(entry.currentLineId).toBe('three');
  expect(totalEntered(entry)).toBe(0);
  expect(hasEntry(entry)).toBe(false);
});

describe('typed digits', () => {
  test('count only after they are set, and the next line becomes current', () => {
    const typing = typed('2');
    expect(totalEntered(typing)).toBe(0);
    expect(hasEntry(typing)).toBe(true);
    const set = setTyped(typing, lines);
    expect(enteredPieces(set, 'three')).toBe(2);
    expect(set.currentLineId).toBe('twelve');
    expect(set.digits).toBe('');
  });

  test('lose leading zeros and end at six: a longer run is a code that strayed in', () => {
    expect(typed('007').digits).toBe('7');
    expect(typed('123456789').digits).toBe('123456');
  });

  test('zero takes a quantity back', () => {
    const two = setPieces(startEntry(lines), lines, 'three', 2);
    expect(hasEntry(setTyped(typed('0', two), lines))).toBe(false);
  });
});

describe('more pieces than awaited', () => {
  test('are asked about and not counted before the answer', () => {
    const asked = setTyped(typed('4'), lines);
    expect(asked.overQuestion).toEqual({ lineId: 'three', pieces: 4 });
    expect(asked.currentLineId).toBe('three');
    expect(totalEntered(asked)).toBe(0);
  });

  test('count after a yes, and are not asked about again while they become fewer', () => {
    const confirmed = confirmOver(setTyped(typed('5'), lines), lines);
    expect(enteredPieces(confirmed, 'three')).toBe(5);
    const fewer = setPieces(confirmed, lines, 'three', 4);
    expect(fewer.overQuestion).toBeNull();
    expect(enteredPieces(fewer, 'three')).toBe(4);
  });

  test('are asked about again when they become even more', () => {
    const confirmed = confirmOver(setTyped(typed('5'), lines), lines);
    expect(setPieces(confirmed, lines, 'three', 6).overQuestion).toEqual({ lineId: 'three', pieces: 6 });
  });

  test('are asked about also when the plus key leads there', () => {
    const three = setPieces(startEntry(lines), lines, 'three', 3);
    expect(stepPieces(three, lines, 1).overQuestion).toEqual({ lineId: 'three', pieces: 4 });
  });

  test('are found when another station has received pieces meanwhile', () => {
    const three = setPieces(startEntry(lines), lines, 'three', 3);
    const changed = [sampleLine({ lineId: 'three', quantity: 3, receivedBefore: 2 })];
    expect(unconfirmedOver(three, lines)).toBeNull();
    expect(unconfirmedOver(fitEntry(three, changed), changed)).toEqual({ lineId: 'three', pieces: 3 });
  });
});

test('plus and minus step from what is typed, never below zero', () => {
  expect(enteredPieces(stepPieces(typed('2'), lines, -1), 'three')).toBe(1);
  expect(enteredPieces(stepPieces(startEntry(lines), lines, -1), 'three')).toBe(0);
});

test('a line that awaits nothing is never current and takes no quantity', () => {
  const stuck = setPieces(startEntry(lines), lines, 'done', 1);
  expect([stuck.currentLineId, hasEntry(stuck)]).toEqual(['three', false]);
  expect(startEntry(lines.slice(0, 1)).currentLineId).toBeNull();
});

test('moving sets what was typed, passes lines that await nothing, and stops at both ends', () => {
  const moved = moveLine(typed('1'), lines, 1);
  expect(enteredPieces(moved, 'three')).toBe(1);
  expect(moved.currentLineId).toBe('twelve');
  expect(moveLine(moved, lines, 1).currentLineId).toBe('twelve');
  expect(moveLine(startEntry(lines), lines, -1).currentLineId).toBe('three');
});

test('Esc clears one thing at a time: the question, the digits, the quantities', () => {
  const two = setPieces(startEntry(lines), lines, 'twelve', 2);
  const asked = setPieces(two, lines, 'three', 9);
  const withoutQuestion = clearEntry(asked);
  expect([withoutQuestion.overQuestion, totalEntered(withoutQuestion)]).toEqual([null, 2]);
  const withoutDigits = clearEntry(typed('7', two));
  expect([withoutDigits.digits, totalEntered(withoutDigits)]).toEqual(['', 2]);
  expect(hasEntry(clearEntry(withoutDigits))).toBe(false);
});

test('quantities of lines that have gone or await nothing any more are dropped', () => {
  const both = setPieces(setPieces(startEntry(lines), lines, 'three', 1), lines, 'twelve', 2);
  const fitted = fitEntry(both, [sampleLine({ lineId: 'three' })]);
  expect(Object.keys(fitted.quantities)).toEqual(['three']);
  expect(fitted.currentLineId).toBe('three');
  expect(hasEntry(fitEntry(both, [sampleLine({ lineId: 'three', quantity: 3, receivedBefore: 3 })]))).toBe(false);
});
