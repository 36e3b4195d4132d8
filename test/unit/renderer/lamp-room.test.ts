import { describe, expect, test } from 'vitest';
import { hiddenLamps, lampRoom, lampsWidth } from '../../../renderer/accounts/lamp-room.ts';
import { accountLamps } from '../../../renderer/accounts/session-state.ts';
import { sampleAccount } from './sample-accounts.ts';

/** Half a rem a sign. */
const measure = (text: string) => text.length / 2;

describe('the width of lamps', () => {
  test('grows with their words, but a name takes no more than its share', () => {
    const short = lampsWidth([{ name: 'lin', left: '1 h' }], 0, measure);
    const long = lampsWidth([{ name: 'a'.repeat(40), left: '1 h' }], 0, measure);
    const longer = lampsWidth([{ name: 'a'.repeat(80), left: '1 h' }], 0, measure);
    expect(long).toBeGreaterThan(short);
    expect(longer).toBe(long);
  });

  test('has room for the count of the others', () => {
    const lamp = { name: 'lin', left: '1 h' };
    expect(lampsWidth([lamp], 3, measure)).toBeGreaterThan(lampsWidth([lamp], 0, measure));
  });
});

describe('the room', () => {
  const widthFor = (lamps: number) => 1 + lamps * 8;

  test.each([
    [5, 100, 5],
    [5, 41, 5],
    [5, 40.9, 4],
    [5, 9, 1],
    [5, 8.9, 0],
    [0, 100, 0],
  ])('for at most %d lamps in %d rem is %d', (most, available, room) => {
    expect(lampRoom(most, widthFor, available)).toBe(room);
  });
});

test('lamps without room are told all the same', () => {
  const accounts = [1, 2, 3].map((index) => sampleAccount(index, { hoursLeft: index }));
  const all = accountLamps(accounts, 3, Date.now()).shown;
  const { shown } = accountLamps(accounts, 1, Date.now());
  const hidden = hiddenLamps(all, shown);
  expect([...shown, ...hidden].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
});
