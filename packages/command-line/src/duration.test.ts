import { expect, it } from 'vitest';

import { durationText, readDuration } from './duration.ts';

it.each([
  ['45s', 45_000],
  ['15m', 900_000],
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  ['1d2h3m4s', 93_784_000],
  [' 5m ', 300_000],
])('%s is %i ms', (text, ms) => expect(readDuration('--every', text)).toBe(ms));

it.each([
  '',
  '5',
  '0s',
  '0h0m',
  '5 m',
  '1.5h',
  '-5m',
  '5M',
  '30m1h',
  '5m5m',
  'm',
  '5min',
  '1e3s',
  '5m\u0000',
])('%j is refused in one line', (text) =>
  expect(() => readDuration('--every', text)).toThrow(
    '--every takes a span of time such as 15m, 1h30m, 2d or 45s',
  ),
);

// Node runs a timer beyond that at once, over and over.
it.each(['25d', '999999999d', '999999999h'])('%s is longer than a timer can be', (text) =>
  expect(() => readDuration('--every', text)).toThrow('--every can be 24 days at most'),
);

it.each([
  [0, '0 s'],
  [45_400, '45 s'],
  [60_000, '1 min'],
  [95_000, '1 min 35 s'],
  [300_000, '5 min'],
  [5_400_000, '1 h 30 min'],
  [90_000_000, '1 d 1 h'],
])('%i ms is %s for people', (ms, text) => expect(durationText(ms)).toBe(text));
