import { expect, it } from 'vitest';

import type { Context } from '../context.ts';
import { chooseDelayMs } from './choose-delay.ts';

const context = (random: number) =>
  ({
    random: () => random,
    settings: { retry: { attempts: 5, baseDelayMs: 500, maxDelayMs: 30_000 } },
  }) as Context;
const delays = (random: number, isLong = false) =>
  [1, 2, 3, 7, 8, 20].map((failures) => chooseDelayMs(context(random), failures, isLong));

it('doubles the bound up to a maximum', () => {
  expect(delays(1)).toEqual([500, 1000, 2000, 30_000, 30_000, 30_000]);
});

it('takes anything below the bound', () => {
  expect(delays(0)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(delays(0.5)).toEqual([250, 500, 1000, 15_000, 15_000, 15_000]);
});

it('takes ten times as long where the server says that it is busy or down', () => {
  expect(delays(1, true)).toEqual([5000, 10_000, 20_000, 300_000, 300_000, 300_000]);
});
