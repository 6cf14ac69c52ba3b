import { expect, test } from 'vitest';

import { isSameValue } from './same-value.ts';

test.each([
  ['6', 6],
  ['5.50', 5.5],
  ['', null],
  ['0000-00-00', null],
  [undefined, ''],
  [{ a: ['1', { b: '' }] }, { a: [1, { b: null }] }],
])('%j on the wire is %j in the copy', (wire, copy) => {
  expect(isSameValue(wire, copy)).toBe(true);
});

test.each([
  ['6', 7],
  ['', 1],
  [1, null],
  ['a', 'A'],
  [' ', 0],
  [[1], [1, 2]],
  [[], {}],
  [{ a: 1 }, { a: 1, b: 2 }],
])('%j on the wire is not %j in the copy', (wire, copy) => {
  expect(isSameValue(wire, copy)).toBe(false);
});
