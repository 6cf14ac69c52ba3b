import { expect, test } from 'vitest';

import { caseCount, propertySeed, type Random, seededRandom } from '@erply-kit/tooling/property';

import { type Answer, type Fields, frozenMock, loggedIn } from '../../test/ask.ts';
import type { Mock, MockOptions } from '../index.ts';

/** Clients at work at a time. Each has a product of its own, so that no other one writes over what it has saved. */
const clients = Array.from({ length: 8 }, (_, index) => index + 1);
const sharedCodes = ['one', 'two', 'three', 'four'];
const ok = 0;
/** An unknown session: the account was evicted before the request came, and is a fresh one. */
const evicted = 1055;

interface TrialOptions extends MockOptions {
  /** Which part of the writes goes to accounts that several clients write into. */
  readonly shared: number;
  /** How long a text each write holds. */
  readonly characters: number;
}

interface Trial extends TrialOptions {
  readonly mock: Mock;
  readonly random: Random;
  /** For messages: how to repeat it. */
  readonly which: string;
  /** Names that were answered with "ok", by account and product. */
  readonly saved: Map<string, string>;
  /** How many writes were answered with each code. */
  readonly answers: Map<number, number>;
}

/** Lets others go on for a while. */
async function pause(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Logs in to accounts that nobody has asked for yet, so that others are evicted. */
async function crowdIn({ mock, random }: Trial): Promise<void> {
  const codes = Array.from({ length: random.whole(0, 9) }, () => `passer-by-${random.whole(0, 1e9)}`);
  await Promise.all(
    codes.map(async (code) => {
      await pause(random.whole(0, 3));
      for (let tick = random.whole(0, 39); tick > 0; tick -= 1) await undefined;
      await loggedIn(mock, code).catch(() => undefined);
    }),
  );
}

/** Posts a form whose body comes in pieces; between them others are answered, and a crowd comes along with the last of a write. */
async function postSlowly(trial: Trial, fields: Fields): Promise<Answer> {
  const { mock, random } = trial;
  const isWrite = 'requests' in fields || fields.request === 'saveProduct';
  let crowd: Promise<void> | undefined;
  const form = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const bytes = new TextEncoder().encode(String(form));
  const pieceBytes = Math.ceil(bytes.length / random.whole(1, 20));
  const turns = random.whole(0, 2);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      if (isWrite && at + pieceBytes >= bytes.length) crowd = crowdIn(trial);
      yield bytes.subarray(at, at + pieceBytes);
      await pause(turns);
    }
  }
  const answer = await mock.app.request('/api/', {
    ...{ method: 'POST', body: ReadableStream.from(pieces()), duplex: 'half' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  await crowd;
  return (await answer.json()) as Answer;
}

/** Logs in; `undefined` where the accounts hold as much as they may. */
async function logIn(trial: Trial, clientCode: string): Promise<Fields | undefined> {
  const credentials = { request: 'verifyUser', username: 'demo', password: 'demouser' };
  const { status, records } = await postSlowly(trial, { clientCode, ...credentials });
  if (status.errorCode !== ok) return undefined;
  return { clientCode, sessionKey: records[0].sessionKey };
}

/** Saves a product by itself or between others of a bulk request, and answers the error code of just that. */
async function save(trial: Trial, session: Fields, product: Fields): Promise<number> {
  const { random } = trial;
  const write = { requestName: 'saveProduct', ...product };
  if (random.chance(0.2)) {
    const { status } = await postSlowly(trial, { ...session, request: 'saveProduct', ...product });
    return status.errorCode;
  }
  const reads = Array.from({ length: random.whole(0, 7) }, () => ({
    requestName: random.pick(['getProducts', 'getProductStock']),
    warehouseID: 1,
  }));
  const requests = JSON.stringify([...reads, write, ...reads]);
  const { status, requests: parts } = await postSlowly(trial, { ...session, requests });
  return parts?.[reads.length].status.errorCode ?? status.errorCode;
}

/** What a product is called, as whoever logs in now gets it. */
async function nameOf(trial: Trial, clientCode: string, productID: number): Promise<string | undefined> {
  const session = await logIn(trial, clientCode);
  if (session === undefined) return undefined;
  const { status, records } = await postSlowly(trial, { ...session, request: 'getProducts', productID });
  return status.errorCode === ok ? records[0].name : undefined;
}

/** A client logs in, writes, and looks whether what was answered with "ok" is there. */
async function write(trial: Trial, productID: number, turn: number): Promise<void> {
  const { mock, random, saved, answers } = trial;
  const isShared = random.chance(trial.shared);
  const clientCode = isShared ? random.pick(sharedCodes) : `own-${productID}-${turn}`;
  const name = `Saved by ${productID} in turn ${turn}`;
  const product = { productID, name, longdesc: 'x'.repeat(trial.characters) };
  let code = evicted;
  for (let tries = 0; tries < 8 && code === evicted; tries += 1) {
    const session = await logIn(trial, clientCode);
    if (session === undefined) return;
    code = await save(trial, session, product);
    answers.set(code, (answers.get(code) ?? 0) + 1);
  }
  if (code !== ok) return;
  saved.set(`${clientCode}/${productID}`, name);
  expect((await nameOf(trial, clientCode, productID)) ?? name, trial.which).toBe(name);
  if (isShared) return;
  saved.delete(`${clientCode}/${productID}`);
  // From here on it may be evicted.
  mock.account(clientCode).reset();
}

/** Lets all clients work at the same time. */
async function live({ shared, characters, ...options }: TrialOptions, turns: number): Promise<Trial> {
  const random = seededRandom();
  const mock = frozenMock({ quota: 1e9, ...options });
  const which = `PROPERTY_SEED=${propertySeed}`;
  const trial: Trial = { shared, characters, mock, random, which, saved: new Map(), answers: new Map() };
  const work = clients.map(async (productID) => {
    for (let turn = 1; turn <= turns; turn += 1) await write(trial, productID, turn);
  });
  await Promise.all(work);
  return trial;
}

/** Everything that was answered with "ok" and is not there. */
async function lost(trial: Trial): Promise<string[]> {
  const missing: string[] = [];
  for (const [key, name] of trial.saved) {
    const [code = '', productID] = key.split('/');
    const found = trial.mock.account(code).data('products').get(Number(productID)).name;
    if (found !== name) missing.push(`${key}: ${name}`);
  }
  return missing;
}

/** Codes that nobody expects. */
const others = ({ answers }: Trial, expected: readonly number[]) =>
  [...answers.keys()].filter((code) => !expected.includes(code));

test('whatever was answered with "ok" is there, however many accounts are evicted meanwhile', async () => {
  const trial = await live({ maxAccounts: 5, shared: 0.3, characters: 1000 }, caseCount(2));
  const { mock, answers, which } = trial;
  expect(await lost(trial), which).toEqual([]);
  expect(others(trial, [ok, evicted]), which).toEqual([]);
  expect(answers.get(ok), which).toBeGreaterThan(0);
  expect(answers.get(evicted), which).toBeGreaterThan(0);
  // Of all those of one client none is left that was not in use at the end.
  expect(mock.accounts().length, which).toBeLessThan(sharedCodes.length + clients.length + 5);
});

test('where the accounts hold as much as they may, a write is refused or it is there', async () => {
  const trial = await live({ maxAccountMegabytes: 1, shared: 0, characters: 200_000 }, caseCount(2));
  expect(others(trial, [ok, evicted, 1003]), trial.which).toEqual([]);
  expect(trial.answers.get(ok), trial.which).toBeGreaterThan(0);
});
