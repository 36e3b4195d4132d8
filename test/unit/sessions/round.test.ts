import { describe, expect, it } from 'vitest';
import type { LoginEndingKind, RoundView } from '../../../preload/contract/index.ts';
import { afterLogin, currentOf, goOn, newRound } from '../../../main/sessions/login/round.ts';

const states = (round: RoundView) => [round.state, ...round.entries.map(({ state }) => state)];
const afterAll = (endings: LoginEndingKind[]) => endings.reduce(afterLogin, newRound(['a', 'b', 'c']));

describe('a round', () => {
  it('begins with the first account', () => {
    const round = newRound(['a', 'b']);
    expect(states(round)).toEqual(['running', 'current', 'waiting']);
    expect(currentOf(round)).toBe('a');
  });

  it('goes on whatever became of a login, and is over after the last', () => {
    expect(states(afterAll(['done', 'refused']))).toEqual(['running', 'done', 'failed', 'current']);
    expect(states(afterAll(['done', 'skipped', 'timed-out']))).toEqual(['over', 'done', 'skipped', 'failed']);
    expect(currentOf(afterAll(['done', 'done', 'done']))).toBeNull();
  });

  it('waits for a word when a person has closed the window', () => {
    const paused = afterAll(['done', 'closed']);
    expect(states(paused)).toEqual(['paused', 'done', 'failed', 'waiting']);
    expect(currentOf(paused)).toBeNull();
    expect(states(goOn(paused))).toEqual(['running', 'done', 'failed', 'current']);
  });

  it('is over when the last window was closed: nothing is left to wait for', () => {
    expect(states(afterAll(['done', 'done', 'closed']))).toEqual(['over', 'done', 'done', 'failed']);
  });

  it('is over when nobody needs a login', () => {
    expect(states(newRound([]))).toEqual(['over']);
  });
});
