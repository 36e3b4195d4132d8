import { expect, test } from 'vitest';
import { steadyGroups } from '../../../renderer/ui/steady-groups.ts';

const shown = [['a', 'b', 'c'], ['x']];

test('what is new comes at the end of its group', () => {
  expect(steadyGroups(shown, [['n', 'a', 'b', 'c'], ['m', 'x']])).toEqual([['a', 'b', 'c', 'n'], ['x', 'm']]);
});

test('what now belongs to another group, or to another place, stays where it is', () => {
  expect(steadyGroups(shown, [['c', 'a'], ['b', 'x']])).toEqual([['a', 'b', 'c'], ['x']]);
});

test('what is gone goes', () => {
  expect(steadyGroups(shown, [['a', 'c'], []])).toEqual([['a', 'c'], []]);
});
