import { expect, test } from 'vitest';

import { runEtaSeconds } from './run-eta.ts';

const at = { unitsPerSecond: 1, unitsPerHour: 600, unitsLeft: 600, secondsToTurn: 1800 };

test.each([
  { units: 0, ...at, seconds: 0, why: 'nothing is left' },
  { units: 500, ...at, seconds: 500, why: 'the hour has enough' },
  { units: 700, ...at, seconds: 1800 + 100, why: 'a hundred wait for the turn' },
  { units: 600 + 1300, ...at, seconds: 1800 + 2 * 3600 + 100, why: 'three turns' },
  { units: 600 + 1200, ...at, seconds: 1800 + 3600 + 600, why: 'the last hour is used up, not waited for' },
  { units: 100, ...at, unitsLeft: 0, seconds: 1800 + 100, why: 'nothing is left of this hour' },
  { units: 100, ...at, unitsLeft: -5, seconds: 1800 + 100, why: 'others have used more' },
  {
    units: 400,
    ...at,
    unitsPerSecond: 0.1,
    seconds: 4000,
    why: 'slower than the quota: nothing is waited for',
  },
])('$units units take $seconds s: $why', ({ seconds, why: _, ...remaining }) => {
  expect(runEtaSeconds(remaining)).toBeCloseTo(seconds, 6);
});

test('nobody knows before something was used', () => {
  expect(runEtaSeconds({ units: 5, ...at, unitsPerSecond: 0 })).toBeUndefined();
  expect(runEtaSeconds({ units: 5, ...at, unitsPerSecond: Number.NaN })).toBeUndefined();
});
