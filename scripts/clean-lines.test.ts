import { expect, test } from 'vitest';

import { cleanLines } from './clean-lines.ts';
import { describeDifferences } from './demo/compare.ts';

test('lines stay lines, and nothing in them moves the cursor', () => {
  expect(cleanLines('one\u001b[2J two\r\nthree\u009b2K\u202e')).toBe('one [2J two \nthree 2K ');
});

test('differences that hold controls are shown without them', () => {
  const one = { table: 'products', id: '7', field: 'na\u001b[2Jme', shop: 'a\u009b2K', copy: 'b' };
  expect(describeDifferences([one])).toBe('  products 7 na [2Jme: shop "a 2K", copy "b"');
});
