import { expect, it } from 'vitest';

import { createHourUnits } from './hour-units.ts';

const start = Date.parse('2026-03-02T10:00:00Z');

it('adds up by the minute, and begins anew when the hour turns', () => {
  let now = start + 90_000;
  const units = createHourUnits(() => now, 6000);
  for (let call = 0; call < 3; call += 1) units.add(0.1);
  now = start + 59 * 60_000 + 59_999;
  units.add(1);
  expect(units.read()).toEqual({
    ...{ startedAt: start, used: 1.3, left: 5998.7 },
    minutes: [
      { minute: 1, units: 0.3 },
      { minute: 59, units: 1 },
    ],
  });
  now += 1;
  expect(units.read()).toEqual({ startedAt: start + 3_600_000, used: 0, left: 6000, minutes: [] });
  expect(units.totals()).toEqual({ requests: 4, units: 1.3 });
});

it('has nothing left while Erply says so', () => {
  let now = start + 1000;
  const units = createHourUnits(() => now, 6000);
  units.markUsedUp(start + 3_601_000);
  expect(units.read()).toMatchObject({ left: 0, usedUpUntil: start + 3_601_000 });
  now = start + 3_601_000;
  expect(units.read()).toMatchObject({ left: 6000 });
});
