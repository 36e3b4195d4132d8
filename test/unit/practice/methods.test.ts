import { expect, test } from 'vitest';
import { METHODS_NOT_OFFERED } from '../../../main/practice/known-methods.ts';
import { METHOD_FAMILIES, METHODS } from '../../../main/practice/methods/index.ts';

test('no method is offered by two files', () => {
  const names = METHOD_FAMILIES.flatMap((family) => Object.keys(family));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBe(METHODS.size);
});

test('no method is both offered and listed as not offered', () => {
  expect([...METHODS.keys()].filter((name) => METHODS_NOT_OFFERED.has(name))).toEqual([]);
});
