import { describe, expect, it } from 'vitest';

import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { openErply } from './open-erply.ts';
import {
  type Answering,
  body,
  bulkAnswer,
  failure,
  granted,
  records,
  refused,
  silence,
} from './scripted-transport.ts';

/** Answers as many records as there are sub-requests, each with the ID that was asked for. */
const echo: Answering = (form) =>
  bulkAnswer(
    (JSON.parse(form.get('requests') ?? '[]') as { productID?: string }[]).map(({ productID }) => ({
      status: { recordsInResponse: 1 },
      records: [{ productID: Number(productID ?? 1) }],
    })),
  );

it('makes several calls with one request, for a tenth of the price each', async () => {
  await using here = await openErply();
  await here.client.getWarehouses();
  const before = here.account.quota().used;
  const [warehouses, product, groups] = await here.client.bulk([
    here.client.getWarehouses.request(),
    here.client.getProducts.request({ productID: 7 }),
    here.client.getProductGroups.request(),
  ]);
  expect(warehouses.ok && warehouses.answer.records.length).toBeGreaterThan(0);
  expect(product.ok && product.answer.records[0]?.productID).toBe(7);
  expect(groups.ok && groups.answer.records[0]?.productGroupID).toBeGreaterThan(0);
  expect(here.account.quota().used - before).toBeCloseTo(0.3);
  expect(here.client.usage()).toMatchObject({ requests: 3, costUnits: 2.3 });
});

it('settles each call for itself: one that fails leaves the others alone', async () => {
  await using here = await openErply();
  const [good, bad, alsoGood] = await here.client.bulk([
    here.client.getWarehouses.request(),
    here.client.saveProduct.request({ groupID: 999_999 }),
    here.client.getProducts.request({ productID: 7 }),
  ]);
  expect([good.ok, bad.ok, alsoGood.ok]).toEqual([true, false, true]);
  expect(!bad.ok && bad.error).toMatchObject({
    kind: 'api',
    call: 'saveProduct',
    code: 1011,
    errorField: 'groupID',
  });
});

it('packs by a hundred and keeps the order', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [echo]);
  const ids = Array.from({ length: 250 }, (_, index) => index + 1);
  const results = await client.bulk(ids.map((productID) => client.getProductStock.request({ productID })));
  expect(results.map((result) => result.ok && result.answer.records[0]?.productID)).toEqual(ids);
  expect(wire.sent.slice(1).map((form) => JSON.parse(form.get('requests') ?? '').length)).toEqual([
    100, 100, 50,
  ]);
});

it('packs by the bytes that answers have had', async () => {
  const big = { productID: 1, description: 'x'.repeat(100_000) };
  const { client, wire } = scriptedClient(createFakeTime(), [() => records([big]), echo], {
    bulkBytes: 1_000_000,
  });
  await client.getProducts({ productID: 1 });
  await client.bulk(Array.from({ length: 5 }, () => client.getProducts.request({ recordsOnPage: 5 })));
  expect(wire.sent.slice(2).map((form) => JSON.parse(form.get('requests') ?? '').length)).toEqual([
    1, 1, 1, 1, 1,
  ]);
});

it('makes no request for no calls', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [echo]);
  expect(await client.bulk([])).toEqual([]);
  expect(wire.sent).toEqual([]);
});

describe('a bulk request that is refused as a whole', () => {
  it('for its session is repeated after one login, with all its writes: nothing of it ran', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [
      () => refused(1054),
      () => granted('key-2'),
      echo,
    ]);
    const [saved] = await client.bulk([client.saveProduct.request({ productID: 7 })]);
    expect(saved).toMatchObject({ ok: true });
    expect(wire.sent.map((form) => form.get('sessionKey'))).toEqual([null, 'key-1', null, 'key-2']);
  });

  it('for the quota waits for the turn of the hour', async () => {
    const time = createFakeTime();
    const { client } = scriptedClient(time, [() => refused(1002), echo]);
    expect(await client.bulk([client.getProductStock.request()])).toMatchObject([{ ok: true }]);
    expect(time.slept).toEqual([1_800_250]);
  });

  it('fails its calls, and those that were to follow are not sent', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => failure('lost', 'ECONNRESET')]);
    const requests = Array.from({ length: 150 }, () => client.saveProduct.request({ productID: 7 }));
    const results = await client.bulk(requests);
    const errors = results.map((result) => (result.ok ? undefined : result.error));
    expect(errors[0]).toMatchObject({ call: 'bulk', kind: 'transport', mayHaveBeenApplied: true });
    expect(errors[99]).toBe(errors[0]);
    expect(errors[100]).toMatchObject({
      call: 'saveProduct',
      mayHaveBeenApplied: false,
      message: 'saveProduct: not sent, because a bulk request before it failed.',
    });
    expect(wire.sent).toHaveLength(2);
  });
});

describe('answers that do not fit the requests', () => {
  const one = { records: [{ productID: 1 }] };
  const swapped = [
    { ...one, status: { requestID: 2 } },
    { ...one, status: { requestID: 1 } },
  ];
  it.each<[string, Answering]>([
    ['too few', () => bulkAnswer([one])],
    ['too many', () => bulkAnswer([one, one, one])],
    ['in another order', () => bulkAnswer(swapped)],
    ['of other calls', () => bulkAnswer([one, { ...one, status: { requestName: 'getWarehouses' } }])],
    ['none at all', () => body('{"status":{"requestUnixTime":1,"responseStatus":"ok","errorCode":0}}')],
    ['no objects', () => body('{"status":{"errorCode":0},"requests":[null,null]}')],
  ])('(%s) are not taken for any of them', async (_, answering) => {
    const { client } = scriptedClient(createFakeTime(), [answering, echo]);
    const two = () => [client.getProductStock.request(), client.getProductStock.request()];
    expect((await client.bulk(two())).map((result) => result.ok)).toEqual([true, true]);
    const writing = scriptedClient(createFakeTime(), [answering, echo]).client;
    const [read, write] = await writing.bulk([
      writing.getProductStock.request(),
      writing.saveProduct.request({}),
    ]);
    expect([read.ok, write.ok]).toEqual([false, false]);
    expect(!write.ok && write.error).toMatchObject({ kind: 'response', mayHaveBeenApplied: true });
  });
});

it('takes nothing from a try that was repeated: what counts is the last answer to each call', async () => {
  const one = { status: { recordsInResponse: 1 }, records: [{ productID: 1 }] };
  const promised = { status: { recordsInResponse: 1 }, records: [] };
  const refusal = { status: { responseStatus: 'error', errorCode: 1011, errorField: 'productID' } };
  const { client, wire } = scriptedClient(createFakeTime(), [
    () => bulkAnswer([one, refusal, promised]),
    () => bulkAnswer([refusal, one, one]),
  ]);
  const request = () => client.getProductStock.request();
  const [first, second, third] = await client.bulk([request(), request(), request()]);
  expect(wire.sent).toHaveLength(3);
  expect([first.ok, second.ok, third.ok]).toEqual([false, true, true]);
  expect(!first.ok && first.error).toMatchObject({ kind: 'api', code: 1011, attempt: 2 });
});

it('knows its answers by IDs inside quotes, too', async () => {
  await using here = await openErply({ mock: { set: { requestIdEcho: 'string' } } });
  expect(await here.client.bulk([here.client.getWarehouses.request()])).toMatchObject([{ ok: true }]);
});

it('settles a wrong input as an error, before anything is sent', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), [echo]);
  const [result] = await client.bulk([client.getProducts.request({ productID: 'seven' } as never)]);
  expect(result).toMatchObject({ ok: false, error: { kind: 'usage' } });
  expect(!result.ok && result.error.message).toBe(
    'bulk: wrong input: getProducts productID must be a whole number.',
  );
  expect(wire.sent).toEqual([]);
});

it('gives a bulk request five times as long as a call', async () => {
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, [silence, echo], { timeoutMs: 1000 });
  const results = client.bulk([client.getProductStock.request()]);
  await time.advance(4999);
  expect(wire.sent).toHaveLength(2);
  await time.advance(1);
  expect(await results).toMatchObject([{ ok: true }]);
});

it('refuses inputs that exclude each other with the code that Erply has for it, before anything is sent', async () => {
  const { client, wire } = scriptedClient(createFakeTime(), []);
  expect(await rejection(client.getProductStock({ date: '2026-03-10', changedSince: 5 }))).toMatchObject({
    kind: 'usage',
    code: 1013,
    errorField: 'changedSince',
  });
  expect(await rejection(client.getProductStock({ date: '2026-02-30' }))).toMatchObject({
    kind: 'usage',
    code: 1014,
  });
  expect(wire.sent).toEqual([]);
});

it('refuses wrong input of a single call with the path and what belongs there, not the value', async () => {
  const { client } = scriptedClient(createFakeTime(), []);
  const wrong = client.getProducts({ productIDs: ['CANARY-SECRET-7f3a'], nonsense: 1 } as never);
  const error = await rejection(wrong);
  expect(error).toMatchObject({ kind: 'usage', attempt: 0, retryable: false });
  expect(String(error)).toMatch(/nonsense/);
  expect(String(error)).toMatch(/productIDs must be a list of whole numbers/);
  expect(String(error)).not.toContain('CANARY');
});
