import { expect, it } from 'vitest';

import { createFakeTime } from '../../test/fake-time.ts';
import { createHourBudget } from './hour-budget.ts';

const minuteMs = 60_000;
const halfPastThree = Date.UTC(2026, 2, 10, 15, 30);

function open(unitsPerHour: number) {
  const time = createFakeTime(halfPastThree);
  return { time, budget: createHourBudget({ clock: time.clock, unitsPerHour }) };
}

it('adds up tenths exactly', () => {
  const { budget } = open(1);
  for (let call = 0; call < 10; call += 1) expect(budget.spend(1)).toBeDefined();
  expect(budget.spend(1)).toBeUndefined();
});

it('says how long it is to the turn of the hour, with a quarter of a second to spare', () => {
  const { budget } = open(1);
  budget.spend(10);
  expect(budget.delayMs(10)).toBe(30 * minuteMs + 250);
});

it('begins anew with the hour', async () => {
  const { time, budget } = open(1);
  budget.spend(10);
  await time.advance(30 * minuteMs - 1);
  expect(budget.spend(10)).toBeUndefined();
  await time.advance(1);
  expect(budget.spend(10)).toBeDefined();
});

it("goes by the server's hour, not by ours", () => {
  const { time, budget } = open(1);
  budget.observe({ unixSeconds: time.clock.now() / 1000 + 25 * 60, sinceSentMs: 0 });
  budget.spend(10);
  expect(budget.delayMs(10)).toBe(5 * minuteMs + 250);
});

it('gives back what was not used, but not to another hour', async () => {
  const { time, budget } = open(1);
  const refund = budget.spend(10);
  refund?.();
  expect(budget.delayMs(10)).toBe(0);
  const lateRefund = budget.spend(10);
  await time.advance(30 * minuteMs);
  budget.spend(10);
  lateRefund?.();
  expect(budget.spend(10)).toBeUndefined();
});

it('lets something dearer than a whole hour go alone', () => {
  const { budget } = open(5);
  expect(budget.spend(100)).toBeDefined();
  expect(budget.spend(1)).toBeUndefined();
});

it('holds everything back after 1002, until the turn of the hour of that answer', async () => {
  const { time, budget } = open(6000);
  budget.markUsedUp(time.clock.now() / 1000);
  expect(budget.isUsedUpByServer()).toBe(true);
  expect(budget.spend(1)).toBeUndefined();
  await time.advance(30 * minuteMs);
  expect(budget.isUsedUpByServer()).toBe(false);
  expect(budget.spend(1)).toBeDefined();
});

it('does not hold back for a 1002 of the hour before, which came late', async () => {
  const { time, budget } = open(6000);
  const before = time.clock.now() / 1000;
  await time.advance(30 * minuteMs);
  budget.markUsedUp(before);
  expect(budget.delayMs(10)).toBe(0);
});
