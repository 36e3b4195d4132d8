import { beforeEach, describe, expect, it } from 'vitest';
import { createReminders, type Reminders } from '../../../main/activities/questions/reminders.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';

const minute = 60_000;

let open: string[];
let paused: string[];
let told: string[];
let time: ManualTime;
let reminders: Reminders;

beforeEach(() => {
  open = [];
  paused = [];
  told = [];
  time = createManualTime();
  reminders = createReminders({
    open: () => open,
    standing: () => [...open, ...paused],
    now: time.now,
    schedule: time.schedule,
    remind: (reason, count) => void told.push(`${reason} ${count}`),
  });
});

function look(...ids: string[]): void {
  open = ids;
  reminders.look();
}

describe('open questions', () => {
  it('are told when they come up, once', () => {
    look('q1');
    look('q1');
    look('q1', 'q2');
    look('q2');
    expect(told).toEqual(['asked 1', 'asked 2']);
  });

  it('are called to mind every five minutes until somebody answers', () => {
    look('q1', 'q2');
    time.advance(5 * minute);
    look('q2');
    time.advance(5 * minute);
    look();
    time.advance(60 * minute);
    expect(told).toEqual(['asked 2', 'reminder 2', 'reminder 1']);
    expect(time.nextTimer()).toBeNull();
  });

  it('that pause and go on are no new ones', () => {
    look('q1', 'q2');
    paused = ['q1', 'q2'];
    look();
    look('q1', 'q2');
    expect(told).toEqual(['asked 2']);
    paused = [];
    look();
    look('q1');
    expect(told).toEqual(['asked 2', 'asked 1']);
  });

  it('that come up put the reminder of the others off', () => {
    look('q1');
    time.advance(4 * minute);
    look('q1', 'q2');
    time.advance(4 * minute);
    expect(told).toEqual(['asked 1', 'asked 2']);
    time.advance(minute);
    expect(told).toEqual(['asked 1', 'asked 2', 'reminder 2']);
  });

  it('are told no more when the station ends', () => {
    look('q1');
    reminders.stop();
    time.advance(10 * minute);
    look('q2');
    expect(told).toEqual(['asked 1']);
    expect(time.nextTimer()).toBeNull();
  });
});
