import { expect, test } from 'vitest';

import { roundsOf } from './run-against.ts';

test('without a number it is twelve rounds', () => {
  expect([roundsOf(undefined), roundsOf('6'), roundsOf('30')]).toEqual([12, 6, 30]);
});

test.each(['5', '0', '-8', '8.5', '1e3', ' 8', '1001', 'many', ''])('%j rounds are refused', (text) => {
  expect(() => roundsOf(text)).toThrow(/^--rounds .* give a whole number from 6 to 1000/);
});
