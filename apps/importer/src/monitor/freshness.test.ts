import { expect, it } from 'vitest';

import { isAllFresh, judgeFreshness } from './freshness.ts';

const now = 1_800_000_000_000;
const refusal = { kind: 'empty', message: 'x', refusedAt: 1 };
const judge = (lane: { watermark?: number; refusal?: typeof refusal }) =>
  judgeFreshness([{ lane: 'products', ...lane }], { now, maxAgeMs: 900_000 })[0];

it.each([
  [{ watermark: now / 1000 - 900 }, 'fresh', 900],
  [{ watermark: now / 1000 - 901 }, 'late', 901],
  // Erply's clock is ahead of ours.
  [{ watermark: now / 1000 + 90 }, 'fresh', 0],
  [{ watermark: 0 }, 'late', 1_800_000_000],
  [{}, 'never', undefined],
  [{ watermark: now / 1000 - 60, refusal }, 'refused', 60],
  [{ refusal }, 'refused', undefined],
])('%j is %s', (lane, state, lagSeconds) => {
  expect(judge(lane)).toEqual({ lane: 'products', state, ...(lagSeconds !== undefined && { lagSeconds }) });
});

it.each([
  ['products', 900],
  ['stock', 900],
  // By turns.
  ['brands', 3600],
  // Once a day.
  ['productUnits', 87_300],
])('%s may be %i seconds old', (lane, seconds) => {
  const at = (age: number) =>
    judgeFreshness([{ lane, watermark: now / 1000 - age }], { now, maxAgeMs: 900_000 })[0]?.state;
  expect([at(seconds), at(seconds + 1)]).toEqual(['fresh', 'late']);
});

it('has nothing fresh where there are no lanes', () => expect(isAllFresh([])).toBe(false));
