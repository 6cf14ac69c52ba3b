import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { assembleMock } from '../src/create-mock.ts';
import type { Mock } from '../src/index.ts';
import { AccountReader, linesOf, type SavedLine } from '../src/state-file/saved-account-lines.ts';
import { changeSome, shop } from './any-changes.ts';
import { askText, type Fields, loggedIn, start } from './ask.ts';

const codes = ['a', 'b', 'c'] as const;
const quiet = { now: start, frozen: true, realTime: () => start * 1000, ...shop, journal: 'off' as const };

type Assembled = ReturnType<typeof assembleMock>;

/** Lists that need indexes, text searches, orders and joins. */
const lists: readonly Fields[] = [
  { request: 'getProducts', groupID: 1 },
  { request: 'getProducts', searchName: 'N1' },
  { request: 'getProducts', changedSince: start },
  { request: 'getProducts', orderBy: 'name', orderByDir: 'desc' },
  { request: 'getProducts', orderBy: 'changed', getStockInfo: 1 },
  { request: 'getProducts', recordsOnPage: 7, pageNo: 3 },
  { request: 'getBrands', searchName: 'B' },
  { request: 'getProductStock', warehouseID: 1 },
  { request: 'getInventoryRegistrations', getRowsForAllInvoices: 1 },
  { request: 'getUserOperationsLog', tableName: 'products' },
];

async function looks({ mock }: Assembled, clientCode: string, sessionKey: string): Promise<string[]> {
  const texts: string[] = [];
  for (const list of lists) texts.push(await askText(mock, { clientCode, sessionKey, ...list }));
  return texts;
}

/** An account that nothing was asked of yet, with the same records. */
function freshlyLoaded({ server }: Assembled, code: string): string {
  const saved = server.accounts.find(code)?.save();
  const account = server.accounts.find('fresh');
  if (saved === undefined || account === undefined) throw new Error('there is no account');
  const reader = new AccountReader();
  for (const line of linesOf('fresh', saved)) reader.read(JSON.parse(JSON.stringify(line)) as SavedLine);
  const read = reader.accounts.get('fresh');
  if (read !== undefined) account.load(read);
  return 'fresh';
}

/** What each snapshot and each account showed when it was made or changed last. */
interface Known {
  readonly accounts: Map<string, string[]>;
  readonly snapshots: Map<string, { readonly code: string; readonly id: number; readonly texts: string[] }>;
}

async function step(random: Random, assembled: Assembled, known: Known, sessionKey: string) {
  const { mock } = assembled;
  const code = random.pick(codes);
  const account = mock.account(code);
  const call = async (request: string, fields: Fields = {}) =>
    JSON.parse(await askText(mock, { clientCode: code, sessionKey, request, ...fields }));
  const taken = [...known.snapshots.values()].filter((snapshot) => snapshot.code === code);
  await random.pick<() => unknown>([
    () => changeSome(random, mock, call, code),
    () => changeSome(random, mock, call, code),
    async () => {
      const { id } = account.snapshot();
      known.snapshots.set(`${code}${id}`, { code, id, texts: await looks(assembled, code, sessionKey) });
    },
    async () => {
      if (taken.length === 0) return;
      const { id, texts } = random.pick(taken);
      account.restore(id);
      expect(await looks(assembled, code, sessionKey)).toEqual(texts);
    },
    () => {
      const [oldest] = taken;
      if (oldest === undefined) return;
      account.removeSnapshot(oldest.id);
      known.snapshots.delete(`${code}${oldest.id}`);
    },
    () => {
      const to = random.pick(codes);
      if (to === code || !known.accounts.has(code)) return;
      mock.account(to).forget();
      for (const [name, snapshot] of known.snapshots) if (snapshot.code === to) known.snapshots.delete(name);
      account.fork(to);
      known.accounts.set(to, known.accounts.get(code) ?? []);
    },
    () =>
      account.importData({ products: [{ productID: random.whole(1, 9), name: `N${random.whole(1, 9)}` }] }),
    () => account.live({ days: 1, changes: 5 }),
  ])();
  known.accounts.set(code, await looks(assembled, code, sessionKey));
}

const bytesOf = (mock: Mock) => codes.map((code) => mock.account(code).describe().bytes);

it('accounts that go on from each other and from snapshots show the same as if they were alone', async () => {
  const property = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const assembled = assembleMock(quiet, '127.0.0.1');
    const { mock, server } = assembled;
    const before = bytesOf(mock);
    const { sessionKey } = await loggedIn(mock, 'a');
    for (const code of ['b', 'c']) mock.account('a').fork(code);
    const known: Known = { accounts: new Map(), snapshots: new Map() };
    for (let left = random.whole(1, 15); left > 0; left -= 1) {
      await step(random, assembled, known, sessionKey);
      for (const bytes of bytesOf(mock)) expect(bytes).toBeGreaterThanOrEqual(0);
    }
    for (const [code, texts] of known.accounts) {
      expect(await looks(assembled, code, sessionKey)).toEqual(texts);
      expect(await looks(assembled, freshlyLoaded(assembled, code), sessionKey)).toEqual(texts);
    }
    for (const code of codes) {
      const account = mock.account(code);
      account.reset();
      for (const { id } of account.snapshots()) account.removeSnapshot(id);
    }
    expect(bytesOf(mock)).toEqual(before);
    for (const code of [...codes, 'fresh']) mock.account(code).forget();
    expect(server.accounts.bytesLeft).toBe(server.options.maxAccountBytes);
  });
  await fc.assert(property, { ...propertyRun(15, 3), endOnFailure: true });
});
