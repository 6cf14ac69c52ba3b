import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { grossPrice } from '../calls/products/gross-price.ts';
import { phpJson } from './php-json.ts';
import { phpRound } from './php-round.ts';

/** What PHP itself answered; php-numbers.php beside it made the file. */
const [version, ...lines] = readFileSync(new URL('php-numbers.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

const rows = lines.map((line) => {
  const [kind, value, other, result] = line.split(',');
  return { line, kind: kind!, value: Number(value), other: Number(other), result: result! };
});

const ours: Readonly<Record<string, (value: number, other: number) => number>> = {
  round: phpRound,
  gross: grossPrice,
  net: (gross, taxPercent) => phpRound((gross * 100) / (100 + taxPercent), 3),
  discount: (price, percent) => phpRound((price * (100 - percent)) / 100, 3),
  json: (value) => value,
};

describe(`against ${version}`, () => {
  it.each([
    ['round', 6000],
    ['gross', 2000],
    ['net', 1000],
    ['discount', 1000],
    ['json', 1000],
  ])('every %s of the table gives and prints what PHP does', (kind, least) => {
    const asked = rows.filter((row) => row.kind === kind);
    const wrong = asked.filter(({ value, other, result }) => phpJson(ours[kind]!(value, other)) !== result);

    expect(asked.length).toBeGreaterThanOrEqual(least);
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });

  it('the table has halves of negative amounts, which JavaScript rounds the other way', () => {
    const naive = rows.filter(
      ({ kind, value, other, result }) =>
        kind === 'round' && Math.round(value * 10 ** other) / 10 ** other !== Number(result),
    );

    expect(naive.filter(({ value }) => value < 0).length).toBeGreaterThan(500);
  });
});

describe('phpRound', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.001, 2, -0],
    [-0, 2, -0],
    [1e15 + 0.5, 0, 1e15 + 0.5],
    [Number.NaN, 2, Number.NaN],
    [Number.NEGATIVE_INFINITY, 2, Number.NEGATIVE_INFINITY],
  ])('rounds %s to %s decimals: %s', (value, decimals, rounded) => {
    expect(phpRound(value, decimals)).toBe(rounded);
  });
});
