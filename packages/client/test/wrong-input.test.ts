import { describe, expect, it } from 'vitest';

import { type AnyCall, calls, wireOf } from '@erply-kit/schemas';

import { isErplyError } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { records } from './scripted-transport.ts';

const secret = 'CANARY-SECRET-7f3a';
const allCalls = Object.values(calls as Record<string, AnyCall>);
const startMs = Date.UTC(2026, 2, 10);

type Loose = any;
const problemOf = async (call: string, input: object) => {
  const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
  const error = await rejection((client as Loose)[call](input));
  expect(error).toMatchObject({ kind: 'usage', call, attempt: 0 });
  expect(wire.sent).toEqual([]);
  return (error as Error).message;
};

describe('a time in milliseconds', () => {
  const isTime = (schema: Loose) => wireOf(schema)?.name.startsWith('unixSeconds');
  const times = allCalls.flatMap((call) =>
    Object.entries(call.input()).flatMap(([name, schema]) =>
      isTime(schema) ? [[call.name, name, call] as const] : [],
    ),
  );

  it.each(times)('is refused before it finds nothing for ever: %s %s', async (call, name, { example }) => {
    const message = await problemOf(call, { ...example, [name]: startMs });
    expect(message).toBe(
      `${call}: wrong input: ${name} is in milliseconds; give seconds, such as Math.floor(Date.now() / 1000).`,
    );
  });

  it('is refused in pages, in a file, and in a bulk request, which names the call', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), []);
    const input = { changedSince: startMs };
    for (const run of [
      () => client.getProducts.collect(input, { limit: 5 }),
      () => client.getProductStock.csv(input)[Symbol.asyncIterator]().next(),
    ])
      expect(await rejection(run())).toMatchObject({ kind: 'usage', errorField: 'changedSince' });
    const [result] = await client.bulk([client.getProducts.request(input)]);
    expect(!result.ok && result.error.message).toContain('getProducts changedSince is in milliseconds');
    expect(wire.sent).toEqual([]);
  });

  it('is not a fault where it could be seconds', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
    for (const changedSince of [0, 1, startMs / 1000, 99_999_999_999])
      await client.getProducts({ changedSince });
    expect(wire.sent).toHaveLength(5);
  });
});

describe('an input of a wrong type', () => {
  const seconds = 'must be whole seconds since 1970, such as Math.floor(Date.now() / 1000)';
  const day = "must be a day as text, such as '2026-01-31'";
  const dayAndTime = "must be a day and a time of it as text, such as '2026-01-31 15:40:00'";
  it.each<[string, object, string]>([
    ['getProducts', { changedSince: new Date(startMs) }, `changedSince ${seconds}`],
    ['getProducts', { changedSince: startMs / 1000 + 0.5 }, `changedSince ${seconds}`],
    ['getProducts', { changedSince: '2026-03-10' }, `changedSince ${seconds}`],
    ['getInventoryRegistrations', { dateFrom: new Date(startMs) }, `dateFrom ${day}`],
    ['getInventoryRegistrations', { dateFrom: startMs }, `dateFrom ${day}`],
    ['getInventoryRegistrations', { dateFrom: '10.3.2026' }, 'dateFrom is not a date yyyy-mm-dd'],
    ['saveEvent', { startTime: new Date(startMs) }, `startTime ${dayAndTime}`],
    ['getEvents', { startDateTimeFrom: startMs / 1000 }, `startDateTimeFrom ${dayAndTime}`],
    ['saveEvent', { startTime: '2026-03-10' }, 'startTime is not a date and time yyyy-mm-dd hh:mm:ss'],
    ['saveEvent', { endTime: '2026-02-30 10:00:00' }, 'endTime is not a time of a day of the calendar'],
    ['getProducts', { productIDs: '1,2' }, 'productIDs must be a list of whole numbers'],
    ['getProducts', { productIDs: ['1', '2'] }, 'productIDs must be a list of whole numbers'],
    ['getProducts', { productIDs: Array(10_001).fill(1) }, 'productIDs has more than 10000 elements'],
    ['getProducts', { productID: '1' }, 'productID must be a whole number'],
    ['getProducts', { productID: null }, 'productID must be a whole number'],
    ['getProducts', { getStockInfo: true }, 'getStockInfo must be 0 or 1'],
    ['getProducts', { name: 5 }, 'name must be text'],
    [
      'getProducts',
      { status: 'active' },
      'status must be one of ACTIVE, NO_LONGER_ORDERED, NOT_FOR_SALE, ARCHIVED, ALL_EXCEPT_ARCHIVED',
    ],
    ['getProducts', { changeSince: 1 }, 'has no input changeSince (did you mean changedSince?)'],
    ['getProducts', { [`${secret} `]: 1 }, 'has no input of that name'],
    ['getProducts', { signal: secret }, 'has no input signal (it is an option, which comes after the input)'],
    ['getUserOperationsLog', {}, 'tableName is required'],
    [
      'saveCampaign',
      { sumOffEntirePurchase: 5 },
      'purchaseTotalValue is missing: purchaseTotalValue or purchasedAmount or rewardPoints has to be there',
    ],
    [
      'saveCampaign',
      { purchaseTotalValue: 5, specialPrice: 5 },
      'specialPrice is given without purchasedAmount',
    ],
    ['saveInventoryRegistration', { rows: 5 }, 'rows must be a list of objects'],
    ['saveInventoryRegistration', { rows: [5] }, 'rows must be a list of objects'],
    [
      'saveInventoryRegistration',
      { rows: [{ productID: 'x', amount: 1 }] },
      'rows.0.productID must be a whole number',
    ],
    ['saveInventoryRegistration', { rows: [{ productID: 1 }] }, 'rows.0.amount must be a number'],
    [
      'saveInventoryRegistration',
      { rows: [{ productID: 1, amount: 1, prize: 1 }] },
      'rows.0 has no input prize',
    ],
  ])('is named, and what belongs there: %s %o', async (call, input, problem) => {
    expect(await problemOf(call, input)).toBe(`${call}: wrong input: ${problem}.`);
  });

  const odd = [
    null,
    true,
    1.5,
    Number.NaN,
    5n,
    secret,
    Symbol(secret),
    () => 1,
    {},
    [null],
    [{}],
    new Date(),
    new Map(),
  ];

  it.each(allCalls.map((call) => call.name))(
    'is never reported in words of the library below: %s',
    async (name) => {
      const { client } = scriptedClient(createFakeTime(), [() => records([])]);
      const method = (client as Loose)[name];
      for (const input of Object.keys((calls as Loose)[name].input())) {
        for (const value of odd) {
          const error: unknown = await method({ [input]: value }).catch((reason: unknown) => reason);
          if (!(error instanceof Error)) continue;
          if (!isErplyError(error)) throw new Error(`${input} = ${typeof value}`, { cause: error });
          expect(error.message).not.toMatch(/Invalid|expected|undefined|\[object|CANARY/);
        }
      }
    },
  );
});
