import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle } from '../../../main/station/throttle.ts';

describe('a throttle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('works at once after a quiet time, and once more for all that came within the interval', () => {
    const work = vi.fn();
    const throttle = createThrottle(200, work);
    for (let touch = 0; touch < 50; touch += 1) throttle.touch();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(200);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(2);
    throttle.touch();
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('misses no change that the work itself brings about', () => {
    let left = 2;
    const work = vi.fn(() => {
      if ((left -= 1) > 0) throttle.touch();
    });
    const throttle = createThrottle(200, work);
    throttle.touch();
    vi.advanceTimersByTime(200);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does nothing after it was stopped', () => {
    const work = vi.fn();
    const throttle = createThrottle(200, work);
    throttle.touch();
    throttle.touch();
    throttle.stop();
    throttle.touch();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
