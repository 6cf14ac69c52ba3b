import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { ExactSum } from './exact-sum.ts';

const sumOf = (values: readonly number[]) => {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum;
};

it('adds millionths without losing one, however large the sum gets', () => {
  const millionths = fc.array(fc.integer({ min: -1e15, max: 1e15 }), { maxLength: 200 });
  const isExact = fc.property(millionths, (numbers) => {
    const all = numbers.reduce((sum, number) => sum + BigInt(number), 0n);
    const size = all < 0n ? -all : all;
    const text = `${all < 0n ? '-' : ''}${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, '0')}`;
    expect(sumOf(numbers.map((number) => number / 1e6)).toFixed(6)).toBe(text);
  });
  fc.assert(isExact, propertyRun(200));
});

it('is not what binary fractions add up to, and rounds halves away from zero', () => {
  expect(sumOf(Array.from({ length: 10 }, () => 0.1)).toText()).toBe('1');
  expect(sumOf([0.1, 0.2]).toText()).toBe('0.3');
  expect(sumOf([1.005]).toFixed(2)).toBe('1.01');
  expect(sumOf([-1.005]).toFixed(2)).toBe('-1.01');
  expect(sumOf([-0.004]).toFixed(2)).toBe('0.00');
  expect(sumOf([]).toText()).toBe('0');
  expect(sumOf([100]).toText()).toBe('100');
});
