import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onceAfterPaint } from '../../../renderer/ui/after-paint.ts';

let frames: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('work runs once after the frame, however often it was asked for', () => {
  const work = vi.fn();
  const ask = onceAfterPaint(work);
  ask();
  ask();
  vi.advanceTimersByTime(10);
  expect(work).not.toHaveBeenCalled();
  for (const frame of frames) frame();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('work does not wait for ever for a page that nobody sees', () => {
  const work = vi.fn();
  onceAfterPaint(work)();
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test('work can be asked for again after it has run', () => {
  const work = vi.fn();
  const ask = onceAfterPaint(work);
  ask();
  vi.advanceTimersByTime(1_000);
  ask();
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});
