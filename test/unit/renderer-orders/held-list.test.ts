import { expect, it } from 'vitest';
import { heldList } from '../../../renderer/orders/list/held-list.ts';

it('keeps what is shown in its place and holds back what came in above it', () => {
  expect(heldList(['b', 'c'], ['a', 'b', 'c'])).toEqual({ keys: ['b', 'c'], heldBack: 1 });
});

it('holds back what came in between', () => {
  expect(heldList(['a', 'c'], ['a', 'b', 'c'])).toEqual({ keys: ['a', 'c'], heldBack: 1 });
});

it('shows the next page, which follows at the end', () => {
  expect(heldList(['a', 'b'], ['a', 'b', 'c', 'd'])).toEqual({ keys: ['a', 'b', 'c', 'd'], heldBack: 0 });
});

it('lets go of what is gone', () => {
  expect(heldList(['a', 'b', 'c'], ['a', 'c'])).toEqual({ keys: ['a', 'c'], heldBack: 0 });
});

it('leaves entries where they are when their order has changed', () => {
  expect(heldList(['a', 'b'], ['b', 'a'])).toEqual({ keys: ['a', 'b'], heldBack: 0 });
});

it('shows another list as it is', () => {
  expect(heldList(['x', 'y'], ['a', 'b'])).toEqual({ keys: ['a', 'b'], heldBack: 0 });
  expect(heldList([], ['a'])).toEqual({ keys: ['a'], heldBack: 0 });
});
