import { describe, expect, it } from 'vitest';

import { type ClientOptions, createLimits } from '../src/index.ts';
import type { Wait } from '../src/time/wait.ts';
import { createFakeTime, settle } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { openErply } from './open-erply.ts';
import { body, granted, records, refused, serverTime } from './scripted-transport.ts';

const halfPastThree = '2026-03-10T15:30:00Z';
const fourOClock = new Date('2026-03-10T16:00:00Z');
const minuteMs = 60_000;

/** A fake Erply whose clock stands at half past three, and a client that sleeps by moving that clock. */
async function openAtHalfPast(options: { readonly quota: number; readonly client?: Partial<ClientOptions> }) {
  const time = createFakeTime(Date.parse(halfPastThree));
  let sleeping: Wait = time.jump;
  const wait: Wait = (ms, more) => sleeping(ms, more);
  const here = await openErply({
    mock: { quota: options.quota, now: halfPastThree, frozen: true },
    client: { clock: time.clock, wait, ...options.client },
  });
  sleeping = async (ms, more) => {
    await time.jump(ms, more);
    here.account.clock.advance(ms / 1000);
  };
  return { here, time };
}

describe('1002', () => {
  it("is waited out to the exact turn of the server's hour", async () => {
    const { here, time } = await openAtHalfPast({ quota: 2 });
    await using _ = here;
    await here.client.getWarehouses();
    await expect(here.client.getWarehouses()).resolves.toBeDefined();
    expect(time.slept).toEqual([30 * minuteMs + 250]);
    expect(here.account.journal({ errorCode: 1002 }).entries).toHaveLength(1);
    expect(here.events.filter((event) => event.kind === 'quotaWait')).toEqual([
      {
        kind: 'quotaWait',
        call: 'getWarehouses',
        delayMs: 30 * minuteMs + 250,
        resumesAt: new Date(+fourOClock + 250),
      },
    ]);
    expect(here.client.usage().waitedMs).toBe(30 * minuteMs + 250);
  });

  it('is heard once: it holds back all calls of the account', async () => {
    const { here } = await openAtHalfPast({ quota: 2, client: { onQuota: 'fail' } });
    await using _ = here;
    await here.client.getWarehouses();
    for (let call = 0; call < 5; call += 1) {
      expect(await rejection(here.client.getWarehouses())).toMatchObject({ kind: 'quota', code: 1002 });
    }
    expect(here.account.journal({ errorCode: 1002 }).entries).toHaveLength(1);
  });

  it('fails at once with the time when the client is not to wait', async () => {
    const { here, time } = await openAtHalfPast({ quota: 2, client: { onQuota: 'fail' } });
    await using _ = here;
    await here.client.getWarehouses();
    const error = await rejection(here.client.getProducts());
    expect(error).toMatchObject({
      kind: 'quota',
      code: 1002,
      retryable: true,
      message: 'getProducts: hourly quota used up (1002); resumes at 16:00:00Z.',
    });
    expect((error as { retryAt: Date }).retryAt).toEqual(new Date(+fourOClock + 250));
    expect(time.slept).toEqual([]);
  });

  it('fails at once with the time when the deadline is before it', async () => {
    const { here, time } = await openAtHalfPast({ quota: 2 });
    await using _ = here;
    await here.client.getWarehouses();
    const deadline = new Date(+fourOClock - 1);
    expect(await rejection(here.client.getProducts({}, { deadline }))).toMatchObject({
      kind: 'quota',
      code: 1002,
    });
    expect(time.slept).toEqual([]);
  });

  it('of a login is waited out as well, by each call within its own deadline', async () => {
    const time = createFakeTime(Date.parse(halfPastThree));
    const { client, wire } = scriptedClient(time, [], { wait: time.wait });
    wire.send = async (request) => {
      wire.sent.push(new URLSearchParams(request.form));
      if (wire.sent.length === 1) return refused(1002);
      return wire.sent.length === 2 ? granted() : records([]);
    };
    const patient = client.getWarehouses();
    const hurried = rejection(client.getProducts({}, { deadline: +fourOClock - 1 }));
    await settle();
    expect(await hurried).toMatchObject({ kind: 'quota', code: 1002, retryAt: new Date(+fourOClock + 250) });
    await time.advance(30 * minuteMs + 250);
    await expect(patient).resolves.toBeDefined();
    expect(wire.sent).toHaveLength(3);
  });

  it("goes by the server's clock where ours is wrong", async () => {
    const time = createFakeTime(Date.parse(halfPastThree) + 25 * minuteMs);
    const { client } = scriptedClient(time, [() => refused(1002), () => records([])]);
    await client.getWarehouses();
    expect(time.slept).toEqual([30 * minuteMs + 250]);
  });

  it('of one account leaves the others alone', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.wait });
    const stopped = scriptedClient(time, [() => refused(1002)], { limits, onQuota: 'fail' });
    await rejection(stopped.client.getWarehouses());
    const other = scriptedClient(time, [() => records([])], {
      limits,
      clientCode: '100002',
      onQuota: 'fail',
    });
    await expect(other.client.getWarehouses()).resolves.toBeDefined();
  });

  it('is not waited for without end', async () => {
    let hours = 0;
    const { client } = scriptedClient(createFakeTime(), [
      () => refused(1002, { requestUnixTime: serverTime + 3600 * hours++ }),
    ]);
    expect(await rejection(client.getWarehouses())).toMatchObject({ kind: 'quota', code: 1002 });
    expect(hours).toBe(25);
  });
});

describe("the client's own share of the hour", () => {
  it('is not exceeded', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.jump, unitsPerHour: 3 });
    const { client, wire } = scriptedClient(time, [() => records([])], { limits, onQuota: 'fail' });
    await client.getWarehouses();
    await client.getWarehouses();
    expect(await rejection(client.getWarehouses())).toMatchObject({
      kind: 'quota',
      message: "getWarehouses: this client's share of the hour is used up; resumes at 16:00:00Z.",
    });
    expect(wire.sent).toHaveLength(3);
  });

  it('counts bulk requests by the tenth, and nothing for what was not sent', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.jump, unitsPerHour: 2 });
    const { client } = scriptedClient(time, [], { limits, onQuota: 'fail' });
    await rejection(client.getWarehouses({ warehouseID: 'no number' } as never));
    expect(client.usage().costUnits).toBe(0);
    const aborted = client.getWarehouses({}, { signal: AbortSignal.abort() });
    expect(await rejection(aborted)).toMatchObject({ kind: 'aborted', attempt: 0 });
    expect(client.usage()).toMatchObject({ requests: 0, costUnits: 0 });
  });

  it('holds back a call that has room itself, but needs a login that has not', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.jump, unitsPerHour: 2 });
    const { client, wire } = scriptedClient(time, [() => records([])], { limits });
    (
      await limits.acquire({
        account: 'https%3A%2F%2F100001.erply.com/100001',
        costTenths: 10,
        isLogin: false,
      })
    ).release(true);
    await expect(client.getWarehouses()).resolves.toBeDefined();
    expect(time.slept).toEqual([30 * minuteMs + 250]);
    expect(wire.sent).toHaveLength(2);
  });

  it('is shared by clients that share their limits', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.jump, unitsPerHour: 3 });
    const one = scriptedClient(time, [() => records([])], { limits, onQuota: 'fail' });
    const two = scriptedClient(time, [() => records([])], { limits, onQuota: 'fail' });
    await one.client.getWarehouses();
    expect(await rejection(two.client.getWarehouses())).toMatchObject({ kind: 'quota' });
  });
});

describe('HTTP 429', () => {
  it('keeps the address quiet for ten seconds, then the call is repeated, a write as well', async () => {
    const time = createFakeTime();
    const { client } = scriptedClient(time, [
      () => body('slow down', 429),
      () => records([{ productID: 7 }]),
    ]);
    await expect(client.saveProduct({ groupID: 1 })).resolves.toMatchObject({ records: [{ productID: 7 }] });
    expect(time.slept).toEqual([10_000]);
    expect(client.usage().retries).toBe(1);
  });

  it('stops all clients of the address', async () => {
    const time = createFakeTime();
    const limits = createLimits({ clock: time.clock, wait: time.wait });
    const one = scriptedClient(time, [() => body('', 429), () => records([])], { limits });
    const two = scriptedClient(time, [() => records([])], { limits, clientCode: '100002' });
    const first = one.client.getWarehouses();
    await settle();
    const second = two.client.getWarehouses();
    await time.advance(9_999);
    expect([one.wire.sent.length, two.wire.sent.length]).toEqual([2, 0]);
    await time.advance(1);
    await Promise.all([first, second]);
  });

  it('is given up after the last attempt', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => body('', 429)], {
      retry: { attempts: 3 },
    });
    expect(await rejection(client.getWarehouses())).toMatchObject({
      kind: 'transport',
      attempt: 3,
      retryable: true,
      message: 'getWarehouses: too many requests from this address (HTTP 429) after 3 attempts.',
    });
    expect(wire.sent).toHaveLength(4);
  });

  it('is not waited out beyond the deadline', async () => {
    const time = createFakeTime();
    const { client } = scriptedClient(time, [() => body('', 429)]);
    const deadline = time.clock.now() + 9_999;
    expect(await rejection(client.getWarehouses({}, { deadline }))).toMatchObject({
      kind: 'timeout',
      retryAt: new Date(time.clock.now() + 10_000),
    });
    expect(time.slept).toEqual([]);
  });
});

it('has no more than ten requests under way, and logs in while they wait', async () => {
  const time = createFakeTime();
  let inFlight = 0;
  let most = 0;
  const { client, wire } = scriptedClient(time, []);
  wire.send = async (request) => {
    const form = new URLSearchParams(request.form);
    inFlight += 1;
    most = Math.max(most, inFlight);
    await settle(1);
    inFlight -= 1;
    return form.get('request') === 'verifyUser' ? granted() : records([]);
  };
  await Promise.all(Array.from({ length: 60 }, () => client.getWarehouses()));
  expect(most).toBe(10);
});
