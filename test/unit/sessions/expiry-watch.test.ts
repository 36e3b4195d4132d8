import { beforeEach, describe, expect, it } from 'vitest';
import { createExpiryWatch, type ExpiryWatch, type WatchedSession } from '../../../main/sessions/accounts/expiry-watch.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';

const hour = 3_600_000;
let time: ManualTime;
let sessions: WatchedSession[];
let said: string[];
let watch: ExpiryWatch;

beforeEach(() => {
  time = createManualTime();
  sessions = [];
  said = [];
  watch = createExpiryWatch({
    sessions: () => sessions,
    now: time.now,
    schedule: time.schedule,
    keepWarned: (accountId, warned) => {
      sessions = sessions.map((session) => (session.accountId === accountId ? { ...session, warned } : session));
    },
    warn: (warning, names) => said.push(`${warning} ${names.join('+')}`),
  });
});

function watched(name: string, hoursLeft: number, warned = 0): WatchedSession {
  return { accountId: name, name, endsAt: time.now() + hoursLeft * hour, warned };
}

describe('the end of sessions', () => {
  it('is told two hours before, and when it has come, once each', () => {
    sessions = [watched('wang', 24)];
    watch.look();
    time.advance(22 * hour - 1);
    expect(said).toEqual([]);
    time.advance(1);
    expect(said).toEqual(['session-ending wang']);
    time.advance(2 * hour - 1);
    expect(said).toHaveLength(1);
    time.advance(1);
    expect(said).toEqual(['session-ending wang', 'session-ended wang']);
    time.advance(48 * hour);
    expect(said).toHaveLength(2);
  });

  it('is told together for sessions that were got together', () => {
    sessions = [watched('wang', 3), watched('lin', 3), watched('zhao', 9)];
    watch.look();
    time.advance(hour);
    expect(said).toEqual(['session-ending wang+lin']);
  });

  it('that came while the app was closed is told at the start, without the earlier warning', () => {
    sessions = [watched('wang', -5, 0), watched('lin', -1, 1)];
    watch.look();
    expect(said).toEqual(['session-ended wang+lin']);
  });

  it('is not told again after a restart', () => {
    sessions = [watched('wang', -5, 2), watched('lin', 1, 1)];
    watch.look();
    expect(said).toEqual([]);
    time.advance(hour);
    expect(said).toEqual(['session-ended lin']);
  });

  it('is seen within a minute after the computer has slept, whose timers stood still', () => {
    sessions = [watched('wang', 24)];
    watch.look();
    expect(time.nextTimer()).toBeLessThanOrEqual(60_000);
  });

  it('asks for no timer when there is nothing to watch', () => {
    sessions = [watched('wang', -1, 2)];
    watch.look();
    expect(time.nextTimer()).toBeNull();
  });

  it('is told no more once the watch has stopped', () => {
    sessions = [watched('wang', 3)];
    watch.look();
    watch.stop();
    time.advance(5 * hour);
    expect(said).toEqual([]);
    expect(time.nextTimer()).toBeNull();
  });
});
