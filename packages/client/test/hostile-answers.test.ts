import fc from 'fast-check';
import { expect, it } from 'vitest';

import { caseCount, propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { createClient, type ErplyClient, isErplyError } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { credentials } from './open-client.ts';
import { type Answering, body, granted, scriptedTransport, serverTime } from './scripted-transport.ts';

/** Whatever may stand where something else belongs. */
const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'x',
  '0',
  '__proto__',
  [],
  [null],
  [[]],
  ['x'],
  {},
  { status: null },
  { 0: { status: {} } },
];

const status = {
  requestUnixTime: serverTime,
  responseStatus: 'ok',
  errorCode: 0,
  generationTime: 0.01,
  recordsTotal: 1,
  recordsInResponse: 1,
};
const sub = { status: { ...status, requestID: 1, requestName: 'getProducts' }, records: [{ productID: 1 }] };

/** Answers of each kind as they should be. */
const proper = {
  login: { status, records: [{ userID: '1', sessionKey: 'key', sessionLength: 3600 }] },
  list: { status, records: [{ productID: 1, name: 'a', price: 1, attributes: [{ attributeName: 'a' }] }] },
  refusal: {
    status: { ...status, responseStatus: 'error', errorCode: 1016, errorField: 'code' },
    records: null,
  },
  bulk: { status, requests: [sub] },
  link: { status, records: [{ reportLink: 'https://100001.erply.com/reports/a.csv' }] },
};

const uses: readonly ((client: ErplyClient) => Promise<unknown>)[] = [
  (client) => client.getProducts(),
  (client) => client.getProducts.collect({}, { limit: 5 }),
  (client) => client.getProducts.collect({}, { limit: 5, inBulk: true }),
  (client) => client.getUserOperationsLog.collect({ tableName: 'products' }, { limit: 5 }),
  (client) => client.bulk([client.getProducts.request()]),
  (client) => client.saveProduct({ productID: 1, name: 'a' }),
  async (client) => {
    for await (const _ of client.getProductStock.csv());
  },
];

/** Puts something odd in a place of a document. */
function spoil(document: unknown, random: Random): unknown {
  const keys = typeof document === 'object' && document !== null ? Object.keys(document) : [];
  const key = keys[random.whole(0, keys.length)];
  if (key === undefined) return random.pick(odd);
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = spoil(copy[key], random);
  return copy;
}

const text = (document: unknown) => body(JSON.stringify(document) ?? '');

it('reports an answer that makes no sense as such, never as a wrong program', async () => {
  let refused = 0;
  const rounds = fc.asyncProperty(fc.gen(), async (gen) => {
    const failure = await askSpoilt(randomOf(gen));
    if (failure !== undefined && !isErplyError(failure)) throw failure;
    refused += failure === undefined ? 0 : 1;
  });
  await fc.assert(rounds, propertyRun(400, 100));
  expect(refused).toBeGreaterThan(caseCount(400, 100) / 3);
});

/** Asks something of a server that answers nonsense; gives back what it was refused with. */
async function askSpoilt(random: Random): Promise<unknown> {
  const spoilt = () => {
    let document: unknown = random.pick(Object.values(proper));
    for (let places = random.whole(0, 2); places >= 0; places -= 1) document = spoil(document, random);
    return text(document);
  };
  const script: Answering[] = random.chance(0.25) ? [spoilt] : [() => granted(), spoilt];
  const { clock, jump: wait } = createFakeTime();
  const client = createClient({
    ...credentials,
    clock,
    wait,
    transport: scriptedTransport(script),
    retry: { attempts: 2 },
    onQuota: 'fail',
    validation: random.pick(['strict', 'warn']),
  });
  return await random
    .pick(uses)(client)
    .then(
      () => undefined,
      (error: unknown) => error,
    );
}
