import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type FaultEffect, type FaultMatch, type RunningMock, startMock } from '@erply-kit/mock';

import { createClient, type ErplyClient, isErplyError } from '../src/index.ts';
import { createFakeTime, settle } from './fake-time.ts';
import { credentials } from './open-client.ts';

const products = 120;
const pageSize = 50;
const brandName = 'Brand of the matrix';

const inOrder = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Something that a program does, the request that a fault happens to, and how to count such requests. */
interface Operation {
  readonly match: FaultMatch;
  readonly counts: (entry: { readonly request: string }) => boolean;
  /** Ends well only with the right result. */
  readonly run: (client: ErplyClient, options: { readonly deadline: number }) => Promise<unknown>;
}

const named = (name: string) => (entry: { readonly request: string }) => entry.request === name;

const operations = {
  read: {
    match: { request: 'getProductGroups' },
    counts: named('getProductGroups'),
    run: async (client, options) => {
      const { records } = await client.getProductGroups({}, options);
      expect(records.length).toBeGreaterThan(3);
    },
  },
  save: {
    match: { request: 'saveBrand' },
    counts: named('saveBrand'),
    run: async (client, options) => {
      const { records } = await client.saveBrand({ name: brandName }, options);
      expect(records[0]?.brandID).toBeGreaterThan(0);
    },
  },
  bulk: {
    match: { request: 'bulk' },
    counts: named('bulk'),
    run: bulk,
  },
  'bulk call': {
    match: { request: 'saveBrand', subRequest: 1 },
    counts: named('bulk'),
    run: bulk,
  },
  page: {
    match: { request: 'getProducts', nth: 2 },
    counts: named('getProducts'),
    run: async (client, options) => {
      const read: number[] = [];
      const input = { getFields: ['name'] } as const;
      for await (const { productID } of client.getProducts.all(input, { pageSize, ...options }))
        read.push(productID);
      expect(read).toEqual(inOrder(products));
    },
  },
  'csv call': {
    match: { request: 'getProductStock' },
    counts: named('getProductStock'),
    run: readStock,
  },
  'csv file': {
    match: { report: true },
    counts: named('getProductStock'),
    run: readStock,
  },
  login: {
    match: { request: 'verifyUser' },
    counts: named('verifyUser'),
    run: (client, options) => client.getProductGroups({}, options),
  },
} as const satisfies Readonly<Record<string, Operation>>;

async function bulk(client: ErplyClient, options: { readonly deadline: number }) {
  const [groups, brand] = await client.bulk(
    [client.getProductGroups.request(), client.saveBrand.request({ name: brandName })],
    options,
  );
  if (!groups.ok) throw groups.error;
  expect(groups.answer.records.length).toBeGreaterThan(3);
  if (!brand.ok) throw brand.error;
}

async function readStock(client: ErplyClient, options: { readonly deadline: number }) {
  let rows = 0;
  for await (const { productID } of client.getProductStock.csv({ warehouseID: 1 }, options)) {
    expect(productID).toBeGreaterThan(0);
    rows += 1;
  }
  expect(rows).toBeGreaterThan(20);
}

const minuteMs = 60_000;

const effects: Readonly<Record<string, FaultEffect>> = {
  'error 1002': { errorCode: 1002 },
  'error 1003': { errorCode: 1003 },
  'error 1016': { errorCode: 1016 },
  'error 1054': { errorCode: 1054 },
  'HTTP 404': { httpStatus: 404, body: 'not here' },
  'HTTP 429': { httpStatus: 429 },
  'HTTP 503': { httpStatus: 503, headers: { 'Retry-After': '5' }, body: '<html>busy</html>' },
  'drop before': { drop: 'before' },
  'drop after': { drop: 'after' },
  'cut off': { truncateAtByte: 20 },
  empty: { emptyBody: true },
  'invalid JSON': { invalidJson: true },
  'session ends': { expireSession: true },
  slow: { slowBytesPerSecond: 20_000 },
  late: { latencyMs: 10_000 },
  'too late': { latencyMs: 10 * minuteMs },
  mutation: { mutate: [{ table: 'products', op: 'delete', id: 1 }] },
};

/** Waits of the server that are under way. */
let sleeping = 0;

/** Moves the time in steps, until the client has gone. */
async function serverSleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  sleeping += 1;
  for (let left = milliseconds; left > 0 && !signal.aborted; left -= stepMs)
    await time.advance(Math.min(stepMs, left));
  sleeping -= 1;
}

const stepMs = 500;

const time = createFakeTime();
let fake: RunningMock;
let cells = 0;

beforeAll(async () => {
  // Client and server share one time, which moves when one of them waits.
  fake = await startMock({
    products,
    realTime: () => time.clock.now(),
    sleep: serverSleep,
  });
});

afterAll(() => fake.close());

/** What a fault makes of an operation: `ok` or the kind of the error, the requests, and for writes how often it was saved. */
async function outcomeOf(operation: Operation, effect: FaultEffect, withinMs: number): Promise<string> {
  cells += 1;
  const account = fake.account(`cell-${cells}`);
  const saved = () =>
    account
      .data('brands')
      .list()
      .filter(({ name }) => name === brandName).length;
  account.addFault({ match: operation.match, times: 1, effect });
  const client = createClient({
    ...credentials,
    clientCode: account.clientCode,
    url: fake.url,
    clock: time.clock,
    wait: time.jump,
    random: () => 1,
  });
  const deadline = time.clock.now() + withinMs;
  let outcome = 'ok';
  try {
    await operation.run(client, { deadline });
  } catch (error) {
    if (!isErplyError(error)) throw error;
    outcome = `${error.kind}${error.mayHaveBeenApplied ? '?' : ''}`;
  } finally {
    await client.close();
    for (let turn = 0; sleeping > 0 && turn < 100; turn += 1) await settle();
  }
  expect(time.clock.now(), 'the deadline').toBeLessThanOrEqual(deadline);
  expect(account.faults().notFired, 'faults that did not fire').toEqual([]);
  const requests = account.journal().entries.filter(operation.counts).length;
  const writes = saved();
  return `${outcome} ${requests}${writes === 0 ? '' : ` saved ${writes}`}`;
}

/** Of a row of a table, the cells. */
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());

/** The cells of a table with what each expects; `-`: the effect cannot happen there. */
function cellsIn(table: string) {
  const [head = '', ...rows] = table.trim().split('\n');
  const [, ...columns] = cellsOf(head);
  return rows.flatMap((row) => {
    const [effect = '', ...outcomes] = cellsOf(row);
    return columns.map((operation, at) => ({ effect, operation, outcome: outcomes[at] ?? '' }));
  });
}

/**
 * `ok` with the right result, or the kind of the error, with ? where a write may have been applied; how many requests
 * reached the server; how often the brand was saved.
 */
const matrix = cellsIn(`
             | read        | save                  | bulk                  | bulk call             | page        | csv call    | csv file     | login
error 1002   | ok 2        | ok 2 saved 1          | ok 2 saved 1          | quota 1               | ok 4        | ok 2        | -            | ok 2
error 1003   | ok 2        | ok 2 saved 1          | ok 2 saved 1          | api 1                 | ok 4        | ok 2        | -            | ok 2
error 1016   | api 1       | api 1                 | api 1                 | api 1                 | api 2       | api 1       | -            | api 1
error 1054   | ok 2        | ok 2 saved 1          | ok 2 saved 1          | session 1             | ok 4        | ok 2        | -            | session 1
HTTP 404     | transport 1 | transport 1           | transport 1           | transport 1           | transport 2 | transport 1 | transport 1  | transport 1
HTTP 429     | ok 2        | ok 2 saved 1          | ok 2 saved 1          | ok 2 saved 1          | ok 4        | ok 2        | ok 1         | ok 2
HTTP 503     | ok 2        | transport? 1          | transport? 1          | transport? 1          | ok 4        | ok 2        | ok 1         | ok 2
drop before  | ok 2        | transport? 1          | transport? 1          | transport? 1          | ok 4        | ok 2        | ok 1         | ok 2
drop after   | ok 2        | transport? 1 saved 1  | transport? 1 saved 1  | transport? 1 saved 1  | ok 4        | ok 2        | ok 1         | ok 2
cut off      | ok 2        | transport? 1 saved 1  | transport? 1 saved 1  | transport? 1 saved 1  | ok 4        | ok 2        | incomplete 1 | ok 2
empty        | ok 2        | response? 1 saved 1   | response? 1 saved 1   | response? 1 saved 1   | ok 4        | ok 2        | incomplete 1 | ok 2
invalid JSON | ok 2        | response? 1 saved 1   | response? 1 saved 1   | response? 1 saved 1   | ok 4        | ok 2        | -            | ok 2
session ends | ok 2        | ok 2 saved 1          | ok 2 saved 1          | ok 2 saved 1          | ok 4        | ok 2        | -            | -
slow         | ok 1        | ok 1 saved 1          | ok 1 saved 1          | ok 1 saved 1          | ok 3        | ok 1        | ok 1         | ok 1
late         | ok 1        | ok 1 saved 1          | ok 1 saved 1          | ok 1 saved 1          | ok 3        | ok 1        | ok 1         | ok 1
too late     | ok 2        | timeout? 1 saved 1    | timeout? 1 saved 1    | timeout? 1 saved 1    | ok 4        | ok 2        | ok 1         | ok 2
mutation     | ok 1        | ok 1 saved 1          | ok 1 saved 1          | ok 1 saved 1          | ok 4        | ok 1        | -            | ok 1
`);

/** The same where the deadline does not leave the time that it takes. */
const inAHurry = cellsIn(`
             | read        | save                  | bulk                  | bulk call             | page        | csv call    | csv file     | login
error 1002   | quota 1     | quota 1               | quota 1               | quota 1               | quota 2     | quota 1     | -            | quota 1
too late     | timeout 1   | timeout? 1 saved 1    | timeout? 1 saved 1    | timeout? 1 saved 1    | timeout 2   | timeout 1   | timeout 1    | timeout 1
`);

/** Effects that cost more than the shortest deadline: the turn of an hour, and two patiences of a bulk request. */
const patientMs: Readonly<Record<string, number>> = { 'error 1002': 61 * minuteMs, 'too late': 6 * minuteMs };

const hastyMs = 30_000;

describe.each([
  ['with time enough', matrix, patientMs],
  ['in a hurry', inAHurry, {}],
])('a fault %s', (_, table, patience: Readonly<Record<string, number>>) => {
  it.each(table)('$effect at $operation: $outcome', async ({ effect, operation, outcome }) => {
    const asked = operations[operation as keyof typeof operations];
    const fault = effects[effect];
    if (fault === undefined) throw new Error(`no effect ${effect}`);
    if (outcome === '-') {
      const { match } = asked;
      expect(() => fake.account('nobody').addFault({ match, effect: fault })).toThrow('cannot happen to');
      return;
    }
    expect(await outcomeOf(asked, fault, patience[effect] ?? hastyMs)).toBe(outcome);
  });
});

it('covers every effect at every operation', () => {
  const pairs = new Set(matrix.map(({ effect, operation }) => `${effect}/${operation}`));
  expect(pairs.size).toBe(Object.keys(effects).length * Object.keys(operations).length);
});
