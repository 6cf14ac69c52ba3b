import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type FaultEffect, type Mock, replay } from '../src/index.ts';
import { changeSome, shop } from './any-changes.ts';
import { frozenMock } from './ask.ts';

/** As it goes over the wire. */
const sent = <TValue>(value: TValue): TValue => JSON.parse(JSON.stringify(value));

function anyEffect(random: Random): FaultEffect {
  return random.pick<FaultEffect>([
    { errorCode: random.pick([1002, 1054, 1014, 1005, 1016]) },
    { httpStatus: 503, headers: { 'Retry-After': '5' }, body: 'busy' },
    { drop: 'before' },
    { drop: 'after' },
    { truncateAtByte: 20 },
    { slowBytesPerSecond: 1e6 },
    { emptyBody: true },
    { invalidJson: true },
    { latencyMs: 5 },
    { expireSession: true },
    { mutate: [{ table: 'brands', op: 'insert', values: { name: 'M' } }] },
    { mutate: [{ table: 'products', op: 'delete', id: 3 }], when: 'after' },
    { mutate: [{ table: 'products', op: 'update', id: random.whole(1, 9), values: { name: 'X' } }] },
  ]);
}

const reads = ['getProducts', 'getBrands', 'getProductStock', 'getSuppliers', 'getNothing'] as const;

/** The keys that logins gave. */
const sessionKeys = new WeakMap<Mock, readonly string[]>();

/** One thing that a client or a test does. */
async function step(random: Random, mock: Mock) {
  const account = mock.account('100001');
  const keys = sessionKeys.get(mock) ?? [];
  const sessionKey = random.chance(0.1) ? 'wrong' : (keys.at(-1) ?? 'none');
  const ask = async (fields: Record<string, string | number>, headers: Record<string, string> = {}) => {
    const entries = Object.entries({ clientCode: '100001', sessionKey, ...fields });
    const body = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
    const answer = await mock.app.request('/api/', { method: 'POST', body, headers });
    const text = await answer.text().catch(() => '');
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const call = (request: string, fields: object = {}) => ask({ request, ...fields } as never);
  const login = async (password = 'demouser') => {
    const answer = await call('verifyUser', { username: 'demo', password });
    const key = answer?.records?.[0]?.sessionKey;
    if (key !== undefined) sessionKeys.set(mock, [...keys, key]);
  };
  const read = () =>
    call(random.pick(reads), {
      warehouseID: 1,
      recordsOnPage: random.whole(1, 50),
      pageNo: random.whole(1, 2),
    });
  const bulk = () =>
    ask({
      requests: JSON.stringify(
        Array.from({ length: random.whole(1, 4) }, (_, index) => ({
          requestName: random.pick([...reads, 'saveBrand', 'saveProduct', 'deleteProduct', 'verifyUser']),
          requestID: index,
          name: `B${random.whole(1, 9)}`,
          groupID: 1,
          productID: random.whole(1, 40),
        })),
      ),
    });
  const matches = [
    {},
    { request: 'getProducts' },
    { nth: 2 },
    { request: 'bulk' },
    { request: 'getBrands', nth: 2 },
    { subRequest: 1 },
    { user: 'demo' },
    { report: true as const },
  ];
  const steps: (() => unknown)[] = [
    () => login(),
    () => login(),
    () => login('wrong'),
    read,
    read,
    read,
    bulk,
    bulk,
    () => changeSome(random, mock, call as never),
    () => call('saveProduct', { productID: random.whole(1, 40), name: 'Own', netPrice: 3 }),
    () => call('saveBrand', { name: 'x'.repeat(random.whole(1, 300)) }),
    () =>
      ask(
        { request: random.pick(reads), warehouseID: 1 },
        { host: 'localhost', 'Erply-Mock-Fault': JSON.stringify(anyEffect(random)) },
      ),
    () => {
      const match = random.pick(matches);
      try {
        account.addFault({ match, times: random.whole(1, 3), effect: anyEffect(random) });
      } catch {
        // A rule that cannot match is refused.
      }
    },
    () => account.clearFaults(),
    () => Promise.all([bulk(), read(), call('saveBrand', { name: 'P' }), bulk()]),
    () =>
      account.setChaos({
        seed: random.whole(1, 99),
        percent: { 'drop:after': 10, 'httpStatus:503': 10, expireSession: 5, 'errorCode:1002': 10 },
      }),
    () => account.clearChaos(),
    () => account.clock.advance(random.whole(1, 7200)),
    () => mock.clock.advance(random.whole(1, 7200)),
    () => account.live({ days: 1 }),
    () => account.importData({ brands: [{ brandID: random.whole(1, 9), name: 'I' }] }),
    () => account.snapshot(),
    () => {
      const taken = account.snapshots();
      if (taken.length > 0) account.restore(random.pick(taken).id);
    },
    () =>
      account.reset(
        random.pick([['data'], ['sessions'], ['quota'], ['faults'], ['clock'], ['data', 'quota']]),
      ),
    () => account.expireSessions(),
    async () => {
      const answer = await call('getProductStock', { warehouseID: 1, responseType: 'CSV' });
      const link = answer?.records?.[0]?.reportLink;
      if (link !== undefined)
        await Promise.resolve(mock.app.request(new URL(link).pathname))
          .then((r) => r.text())
          .catch(() => '');
    },
  ];
  await random.pick(steps)();
}

it.each(['full', 'masked'] as const)(
  'any conversation in a %s journal is answered the same again',
  async (journal) => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const quota = random.pick([20, 1e6]);
      const mock = frozenMock({ ...shop, quota, journal, sleep: () => Promise.resolve() });
      for (let left = random.whole(1, 40); left > 0; left -= 1) await step(random, mock);
      const { difference, skippedWrites } = await replay(sent(mock.account('100001').bundle()));
      if (skippedWrites === 0) expect(difference).toBeUndefined();
    });
    await fc.assert(property, propertyRun(40, 5));
  },
);
