import { describe, expect, it } from 'vitest';

import type { ClientEvent } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { type Answering, body, failure, records, refused, silence } from './scripted-transport.ts';

const save = { groupID: 1, name: 'new' };
const good: Answering = () => records([{ productID: 7 }]);

const lost: [string, Answering][] = [
  ['a connection that breaks', () => failure('lost', 'ECONNRESET')],
  ['HTTP 500', () => body('oops', 500)],
  ['HTTP 503', () => body('<html>busy</html>', 503)],
  ['HTTP 408', () => body('', 408)],
  ['an empty body', () => body('')],
  ['a body of blanks', () => body(' \n')],
  ['null', () => body('null')],
  ['something else than JSON', () => body('<html>hello</html>')],
  ['JSON that ends too early', () => body('{"status":{"errorCode":0,"recordsTotal":1},"records":[{"prod')],
  ['JSON of somebody else', () => body('{"error":"none of ours"}')],
  ['announced records that do not come', () => records([], { recordsInResponse: 3 })],
];

describe.each(lost)('%s', (_, answering) => {
  it('is repeated when the call only reads', async () => {
    const { client } = scriptedClient(createFakeTime(), [answering, good]);
    await expect(client.getProductStock()).resolves.toMatchObject({ records: [{ productID: 7 }] });
    expect(client.usage().retries).toBe(1);
  });

  it('is not repeated when the call may have been applied, and says so', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [answering, good]);
    const error = await rejection(client.saveProduct(save));
    expect(error).toMatchObject({
      mayHaveBeenApplied: true,
      retryable: false,
      attempt: 1,
      call: 'saveProduct',
    });
    expect(String(error)).toContain('it may have been applied, so it was not repeated');
    expect(wire.sent).toHaveLength(2);
  });
});

it('says that an answer came compressed, and that a write may have been applied', async () => {
  const coded: Answering = () => ({ ...body('\x1f\x8b'), contentEncoding: 'gzip' });
  const { client, wire } = scriptedClient(createFakeTime(), [coded, good]);
  expect(await rejection(client.saveProduct(save))).toMatchObject({
    kind: 'transport',
    mayHaveBeenApplied: true,
    message: expect.stringMatching(
      /^saveProduct: the answer came compressed \(gzip\), .* proxy in between; it/,
    ),
  });
  expect(wire.sent).toHaveLength(2);
});

it.each([['read'], ['write']])('repeats a %s that was surely not sent', async (kind) => {
  const { client } = scriptedClient(createFakeTime(), [() => failure('notSent', 'ECONNREFUSED'), good]);
  await expect(kind === 'read' ? client.getProductStock() : client.saveProduct(save)).resolves.toBeDefined();
});

it.each([1000, 1003, 1008, 1021, 1204])(
  'repeats what Erply is too busy for (%i), a write as well',
  async (code) => {
    const time = createFakeTime();
    const { client } = scriptedClient(time, [() => refused(code), good]);
    await expect(client.saveProduct(save)).resolves.toBeDefined();
    expect(time.slept).toEqual([5000]);
  },
);

it('does not repeat a write after which only an outside service failed', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => refused(1081), good]);
  expect(await rejection(client.saveProduct(save))).toMatchObject({ code: 1081, mayHaveBeenApplied: true });
  expect(wire.sent).toHaveLength(2);
});

it.each([
  [() => refused(1016, { errorField: 'status' }), { kind: 'api', code: 1016, errorField: 'status' }],
  [() => refused(1060), { kind: 'api', code: 1060 }],
  [() => body('', 404), { kind: 'transport' }],
  [() => body('', 302), { kind: 'transport' }],
  [() => failure('untrusted', 'CERT_HAS_EXPIRED'), { kind: 'transport' }],
])('does not repeat what will not get better (%#)', async (answering, expected) => {
  const { client, wire } = scriptedClient(createFakeTime(), [answering, good]);
  expect(await rejection(client.getProducts())).toMatchObject({ ...expected, retryable: false, attempt: 1 });
  expect(wire.sent).toHaveLength(2);
});

it('knows an error of Erply whatever the HTTP status', async () => {
  const forbidden = { ...refused(1060), status: 403 };
  const { client } = scriptedClient(createFakeTime(), [() => forbidden]);
  expect(await rejection(client.getProducts())).toMatchObject({ kind: 'api', code: 1060 });
});

describe('the three shapes of an error', () => {
  const status = { requestUnixTime: 1, responseStatus: 'error', errorCode: 1010 };
  it.each([
    [
      'errorField null and records null',
      { status: { ...status, errorField: null }, records: null },
      undefined,
    ],
    ['neither of them', { status }, undefined],
    [
      'the name of a parameter and no records',
      { status: { ...status, errorField: 'groupID' }, records: [] },
      'groupID',
    ],
  ])('%s', async (_, answer, errorField) => {
    const { client } = scriptedClient(createFakeTime(), [() => body(JSON.stringify(answer))]);
    const error = await rejection(client.getProducts());
    expect(error).toMatchObject({ kind: 'api', code: 1010 });
    expect((error as { errorField?: string }).errorField).toBe(errorField);
  });
});

it('takes any spelling of no records', async () => {
  const status = {
    requestUnixTime: 1,
    responseStatus: 'ok',
    errorCode: 0,
    recordsTotal: 0,
    recordsInResponse: 0,
  };
  for (const answer of [{ status, records: [] }, { status, records: null }, { status }]) {
    const { client } = scriptedClient(createFakeTime(), [() => body(`﻿${JSON.stringify(answer)}`.slice(1))]);
    expect((await client.getProducts()).records).toEqual([]);
  }
});

it('makes longer and longer pauses, five requests at most', async () => {
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, [() => body('', 503)]);
  expect(await rejection(client.getProducts())).toMatchObject({
    kind: 'transport',
    attempt: 5,
    retryable: true,
    message: 'getProducts: HTTP 503 after 5 attempts.',
  });
  expect(time.slept).toEqual([500, 1000, 2000, 4000]);
  expect(wire.sent).toHaveLength(6);
  expect(client.usage()).toMatchObject({ requests: 6, retries: 4, waitedMs: 7500 });
});

it('takes any part of the pause, by chance', async () => {
  const time = createFakeTime();
  const chances = [0.25, 0.5, 0, 0.125];
  const random = () => chances.shift() ?? 0;
  const { client } = scriptedClient(time, [() => body('', 503)], { random });
  await rejection(client.getProducts());
  expect(time.slept).toEqual([125, 500, 500]);
});

it('makes as many attempts as the program says', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => body('', 503)], {
    retry: { attempts: 1 },
  });
  expect(await rejection(client.getProducts())).toMatchObject({ attempt: 1 });
  expect(wire.sent).toHaveLength(2);
});

it('does not begin a pause that ends after the deadline', async () => {
  const time = createFakeTime();
  const { client } = scriptedClient(time, [() => body('', 503)]);
  const deadline = time.clock.now() + 1600;
  expect(await rejection(client.getProducts({}, { deadline }))).toMatchObject({
    kind: 'transport',
    attempt: 3,
  });
  expect(time.slept).toEqual([500, 1000]);
});

it('gives a request a minute, and repeats a read that took longer', async () => {
  const time = createFakeTime();
  const { client } = scriptedClient(time, [silence, good]);
  const call = client.getProductStock();
  await time.advance(59_999);
  expect(client.usage().retries).toBe(0);
  await time.advance(1);
  await expect(call).resolves.toBeDefined();
  expect(time.pending).toBe(0);
});

it('does not repeat a write that took too long', async () => {
  const time = createFakeTime();
  const { client } = scriptedClient(time, [silence, good], { timeoutMs: 5000 });
  const call = rejection(client.saveProduct(save));
  await time.advance(5000);
  expect(await call).toMatchObject({
    kind: 'timeout',
    mayHaveBeenApplied: true,
    message: 'saveProduct: no answer within 5 s; it may have been applied, so it was not repeated.',
  });
});

it('reports each request and each repeat', async () => {
  const events: unknown[] = [];
  const { client } = scriptedClient(createFakeTime(), [() => body('', 503), good], {
    onEvent: (event) => events.push(event),
  });
  await client.getProductStock({ warehouseID: 1, productIDs: [7] });
  expect(events.slice(2)).toEqual([
    expect.objectContaining({
      kind: 'request',
      call: 'getProductStock',
      attempt: 1,
      httpStatus: 503,
      costUnits: 1,
    }),
    { kind: 'retry', call: 'getProductStock', attempt: 1, reason: 'HTTP 503', delayMs: 500 },
    expect.objectContaining({ attempt: 2, httpStatus: 200, code: 0, input: { warehouseID: '1' } }),
  ]);
});

it('does not break when the observer does', async () => {
  const onEvent = () => {
    throw new Error('a broken log');
  };
  const { client } = scriptedClient(createFakeTime(), [good], { onEvent });
  await expect(client.getProductStock()).resolves.toBeDefined();
});

it('counts fields that are not what their definition says, and reports each path once', async () => {
  const events: ClientEvent[] = [];
  const drifting = () => records([{ productID: 7, amountInStock: 'CANARY-SECRET-7f3a' }]);
  const onEvent = (event: ClientEvent) => void events.push(event);
  const { client } = scriptedClient(createFakeTime(), [drifting], { onEvent });
  for (let call = 0; call < 3; call += 1) {
    expect((await client.getProductStock()).records[0]?.productID).toBe(7);
  }
  expect(events.filter(({ kind }) => kind === 'drift')).toEqual([
    { kind: 'drift', call: 'getProductStock', path: 'amountInStock' },
  ]);
  expect(client.usage().drift).toEqual({ 'getProductStock amountInStock': 3 });
});
