import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { createFakeTime, settle } from '../../test/fake-time.ts';
import { createLimits, type PermitRequest } from './limits.ts';

const request = (change: Partial<PermitRequest> = {}): PermitRequest => ({
  account: 'a',
  costTenths: 10,
  isLogin: false,
  ...change,
});
const minuteMs = 60_000;

it('holds no slot while it waits for the hour', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const first = await limits.acquire(request({ costTenths: 20 }));
  first.release(true);
  const waiting = limits.acquire(request());
  await settle();
  const other = await limits.acquire(request({ account: 'b' }));
  other.release(true);
  await time.advance(30 * minuteMs + 250);
  await expect(waiting).resolves.toBeDefined();
});

it('spends nothing of an hour while it waits for a slot', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const holder = await limits.acquire(request());
  const waiting = limits.acquire(request());
  await time.advance(30 * minuteMs);
  holder.release(true);
  await waiting;
  const second = limits.acquire(request());
  (await waiting).release(true);
  await expect(second).resolves.toBeDefined();
});

it('gives the cost back when nothing was sent, and only once', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, unitsPerHour: 2, concurrent: 1 });
  const permit = await limits.acquire(request());
  permit.release(false);
  permit.release(false);
  await limits.acquire(request({ costTenths: 20 }));
  const delays: number[] = [];
  const refuse = (_: string, delayMs: number) => {
    delays.push(delayMs);
    throw new Error('no');
  };
  await expect(limits.acquire(request({ mayWait: refuse }))).rejects.toThrow('no');
  expect(delays).toEqual([30 * minuteMs + 250]);
});

it('counts accounts apart and the address together', async () => {
  const time = createFakeTime();
  const limits = createLimits({ clock: time.clock, wait: time.wait, requestsPerWindow: 2 });
  await limits.acquire(request({ account: 'a' }));
  await limits.acquire(request({ account: 'b' }));
  const reasons: string[] = [];
  const mayWait = (reason: string) => void reasons.push(reason);
  const third = limits.acquire(request({ account: 'c', mayWait }));
  await time.advance(30_000);
  await third;
  expect(reasons).toEqual(['address']);
});

interface Caller {
  readonly waitsMs: number;
  readonly costTenths: number;
  readonly account: string;
  readonly lastsMs: number;
}

const below = (limit: number) => fc.integer({ min: 0, max: limit - 1 });
const caller: fc.Arbitrary<Caller> = fc.record({
  waitsMs: fc.oneof({ arbitrary: below(4_000_000), weight: 1 }, { arbitrary: below(20_000), weight: 2 }),
  costTenths: fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 30 })),
  account: fc.constantFrom('account-0', 'account-1'),
  lastsMs: below(8_000),
});

it('never exceeds any of its limits, in any crowd', async () => {
  const crowds = fc.array(caller, { minLength: 60, maxLength: 120, size: 'max' });
  await fc.assert(fc.asyncProperty(crowds, expectLimited), propertyRun(20));
});

/** Every permit is checked against the limits as an outsider sees them. */
async function expectLimited(callers: readonly Caller[]): Promise<void> {
  const time = createFakeTime();
  const { clock, wait } = time;
  const limits = createLimits({ clock, wait, unitsPerHour: 30, concurrent: 4, requestsPerWindow: 15 });
  const sent: {
    readonly atMs: number;
    readonly hour: number;
    readonly costTenths: number;
    readonly account: string;
  }[] = [];
  let inFlight = 0;
  const problems: string[] = [];

  const call = async ({ waitsMs, costTenths, account, lastsMs }: Caller) => {
    await wait(waitsMs);
    const permit = await limits.acquire(request({ account, costTenths }));
    const nowMs = clock.now();
    const hour = Math.floor(nowMs / 3_600_000);
    inFlight += 1;
    sent.push({ atMs: nowMs, hour, costTenths, account });
    if (inFlight > 4) problems.push(`${inFlight} in flight`);
    if (sent.filter((one) => one.atMs > nowMs - 30_000).length > 15) problems.push('too many in a window');
    const spent = sent.filter((one) => one.account === account && one.hour === hour);
    if (spent.reduce((sum, one) => sum + one.costTenths, 0) > 300) problems.push('more than the hour has');
    await wait(lastsMs);
    inFlight -= 1;
    permit.release(true);
  };
  const all = Promise.all(callers.map(call));
  for (let hour = 0; hour < 8; hour += 1) await time.advance(3_600_000);
  await all;
  expect(problems).toEqual([]);
  expect(sent).toHaveLength(callers.length);
}

it.each([
  ['unitsPerHour', { unitsPerHour: 1 }],
  ['concurrent', { concurrent: 0 }],
  ['requestsPerWindow', { requestsPerWindow: Number.NaN }],
])('refuses a %s that would let nothing through', (name, options) => {
  expect(() => createLimits(options)).toThrow(`createLimits: ${name} must be`);
});
