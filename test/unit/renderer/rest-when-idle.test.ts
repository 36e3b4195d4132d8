import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Desk } from '../../../renderer/receive/desk.ts';
import { idleMs, restWhenIdle } from '../../../renderer/receive/rest-when-idle.ts';

const rest = vi.fn<() => void>();
let page: EventTarget;
let writing: boolean;
let deskChanges: () => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  rest.mockClear();
  page = new EventTarget();
  writing = false;
  const desk = {
    rest,
    subscribe(listener: () => void) {
      deskChanges = listener;
      return () => undefined;
    },
  } as unknown as Desk;
  stop = restWhenIdle(desk, page, () => writing);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('the desk is made ready after a minute of nothing', () => {
  vi.advanceTimersByTime(idleMs - 1);
  expect(rest).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(rest).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])('a %s begins the minute anew', (sign) => {
  vi.advanceTimersByTime(idleMs - 1);
  page.dispatchEvent(new Event(sign));
  vi.advanceTimersByTime(idleMs - 1);
  expect(rest).not.toHaveBeenCalled();
});

test('so does whatever happens on the desk', () => {
  vi.advanceTimersByTime(idleMs - 1);
  deskChanges();
  vi.advanceTimersByTime(idleMs - 1);
  expect(rest).not.toHaveBeenCalled();
});

test('a note that is being written stays', () => {
  writing = true;
  vi.advanceTimersByTime(3 * idleMs);
  expect(rest).not.toHaveBeenCalled();
});

test('nothing happens after the end', () => {
  stop();
  vi.advanceTimersByTime(3 * idleMs);
  expect(rest).not.toHaveBeenCalled();
});
