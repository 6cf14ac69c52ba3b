import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import {
  type ClientOptions,
  createClient,
  createLimits,
  createUndiciTransport,
  type ErplyError,
  isErplyError,
} from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { credentials, rejection, scriptedClient } from './open-client.ts';
import { granted } from './scripted-transport.ts';

const secret = 'CANARY-SECRET-7f3a';

/** What was thrown at once. */
function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}

function expectUsage(error: unknown, message: string): void {
  expect(isErplyError(error) ? error.message : error).toBe(message);
  expect(error).toMatchObject({ kind: 'usage', attempt: 0, retryable: false, mayHaveBeenApplied: false });
  expect(inspect(error, { depth: 9 })).not.toContain(secret);
}

const optionNames =
  'clientCode, username, password, url, allowInsecure, allowLinkHosts, sessionLengthSeconds, sessionStore, limits, ' +
  'onQuota, maxUnits, retry, timeoutMs, fileTimeoutMs, maxAnswerBytes, maxFileBytes, validation, bulkBytes, maxFormFields, ' +
  'onEvent, clock, random, newUUID, wait, transport';

describe('createClient', () => {
  it.each([
    [undefined, 'the options must be an object with clientCode, username, password'],
    [null, 'the options must be an object with clientCode, username, password'],
    ['100001', 'the options must be an object with clientCode, username, password'],
    [[], 'the options must be an object with clientCode, username, password'],
    [{}, "clientCode is missing: give text, such as '100001'"],
    [{ clientCode: '100001' }, "username is missing: give text, such as 'api'"],
    [
      { clientCode: '100001', username: 'a' },
      'password is missing: give text, or a function that fetches it',
    ],
  ])('without its options says which: %j', (options, problem) => {
    expectUsage(
      thrown(() => createClient(options as never)),
      `createClient: ${problem}.`,
    );
  });

  it.each<[object, string]>([
    [{ clientCode: 100001 }, "clientCode must be text, such as '100001'"],
    [{ clientCode: '' }, "clientCode must be text, such as '100001'"],
    [{ username: null }, "username must be text, such as 'api'"],
    [{ password: 12345 }, 'password must be text, or a function that fetches it'],
    [{ password: '' }, 'password must be text, or a function that fetches it'],
    [{ url: new URL('https://example.com') }, "url must be text, such as 'https://100001.erply.com'"],
    [{ allowInsecure: 'false' }, 'allowInsecure must be true or false'],
    [
      { allowLinkHosts: 'files.example' },
      'allowLinkHosts must be a list of hosts such as files.example or files.example:8443',
    ],
    [
      { allowLinkHosts: [1] },
      'allowLinkHosts must be a list of hosts such as files.example or files.example:8443',
    ],
    [{ sessionLengthSeconds: 3_600_000 }, 'sessionLengthSeconds must be a whole number from 1 to 86400'],
    [{ sessionLengthSeconds: 0 }, 'sessionLengthSeconds must be a whole number from 1 to 86400'],
    [{ sessionStore: {} }, 'sessionStore must be an object with get(), set(), delete()'],
    [
      { limits: { unitsPerHour: 2000 } },
      'limits must be an object with acquire(), observe(), markUsedUp(), isUsedUpByServer(), pauseAddress(), as createLimits() gives it',
    ],
    [{ onQuota: 'throw' }, "onQuota must be 'wait' or 'fail'"],
    [{ retry: 3 }, 'retry must be an object with attempts, baseDelayMs, maxDelayMs'],
    [{ retry: { attempts: 0 } }, 'retry.attempts must be a whole number of 1 or more'],
    [{ retry: { attempts: Number.POSITIVE_INFINITY } }, 'retry.attempts must be a whole number of 1 or more'],
    [{ retry: { baseDelayMs: '5' } }, 'retry.baseDelayMs must be a number above 0'],
    [{ retry: { maxDelayMs: Number.NaN } }, 'retry.maxDelayMs must be a number above 0'],
    [{ retry: { atempts: 3 } }, 'there is no option retry.atempts (did you mean attempts?)'],
    [{ timeoutMs: '60000' }, 'timeoutMs must be a number above 0'],
    [{ timeoutMs: 0 }, 'timeoutMs must be a number above 0'],
    [{ validation: true }, "validation must be 'strict', 'warn' or 'off'"],
    [{ bulkBytes: -1 }, 'bulkBytes must be a number above 0'],
    [{ maxFormFields: 9 }, 'maxFormFields must be a whole number of 10 or more'],
    [{ onEvent: 'log' }, 'onEvent must be a function'],
    [{ clock: Date }, 'clock must be an object with now(), monotonic(), alarm()'],
    [{ random: 0.5 }, 'random must be a function'],
    [{ wait: 5 }, 'wait must be a function'],
    [
      { transport: fetch },
      'transport must be an object with send(), open(), as createUndiciTransport() gives it',
    ],
    [{ clientcode: '1' }, 'there is no option clientcode (did you mean clientCode?)'],
    [{ timeout: 5 }, 'there is no option timeout (did you mean timeoutMs?)'],
    [{ [`${secret}\u001b[2J`]: 5 }, `there is no option of that name (options: ${optionNames})`],
  ])('refuses an option that it does not have or cannot use: %o', (options, problem) => {
    const make = () => createClient({ ...credentials, password: secret, ...options } as ClientOptions);
    expectUsage(thrown(make), `createClient: ${problem}.`);
  });

  it('takes an option that is undefined as left out, whether or not there is one of its name', () => {
    const options = {
      url: undefined,
      retry: { attempts: undefined },
      onEvent: undefined,
      unheardOf: undefined,
    };
    expect(() => createClient({ ...credentials, ...options } as never)).not.toThrow();
  });
});

describe('createLimits and createUndiciTransport', () => {
  it.each<[unknown, string]>([
    [
      null,
      'the options must be an object with unitsPerHour, concurrent, requestsPerWindow, windowMs, pauseMs, clock, wait',
    ],
    [{ unitsPerHour: '6000' }, 'unitsPerHour must be a number of 2 or more'],
    [{ unitsPerHour: 1 }, 'unitsPerHour must be a number of 2 or more'],
    [{ unitsPerHour: Number.NaN }, 'unitsPerHour must be a number of 2 or more'],
    [{ concurrent: 0.5 }, 'concurrent must be a whole number of 1 or more'],
    [
      { requestsPerWindow: Number.POSITIVE_INFINITY },
      'requestsPerWindow must be a whole number of 1 or more',
    ],
    [{ windowMs: 0 }, 'windowMs must be a number of 1 or more'],
    [{ pauseMs: -1 }, 'pauseMs must be a number of 0 or more'],
    [{ clock: {} }, 'clock must be an object with now(), monotonic(), alarm()'],
    [{ wait: {} }, 'wait must be a function'],
    [{ unitPerHour: 5 }, 'there is no option unitPerHour (did you mean unitsPerHour?)'],
  ])('refuse what they cannot use: %o', (options, problem) => {
    expectUsage(
      thrown(() => createLimits(options as never)),
      `createLimits: ${problem}.`,
    );
  });

  it.each<[unknown, string]>([
    [{ dispatcher: {} }, 'dispatcher must be an object with request(), as new Agent() of undici gives it'],
    [
      { dispatcher: 'http://proxy.example' },
      'dispatcher must be an object with request(), as new Agent() of undici gives it',
    ],
    [{ proxy: 'http://proxy.example' }, 'there is no option proxy (options: dispatcher)'],
  ])('refuse a transport of nothing: %o', (options, problem) => {
    expectUsage(
      thrown(() => createUndiciTransport(options as never)),
      `createUndiciTransport: ${problem}.`,
    );
  });
});

/** Programs in plain JavaScript can call anything with anything. */
type Loose = any;

const options = 'the options must be an object with';
const input = 'the input must be an object of inputs by their names';
const deadline = 'deadline must be a Date or milliseconds since 1970, such as Date.now() + 30_000';
const tooEarly =
  'deadline is before March 1973: give a Date or milliseconds since 1970, such as Date.now() + 30_000';
const aborter = 'signal must be an AbortSignal, such as that of an AbortController';
const request = 'must be a call as a value, such as client.getWarehouses.request()';

const wrongUses: readonly [string, string, (client: Loose) => unknown][] = [
  ['getProducts', input, (client) => client.getProducts(7)],
  ['getProducts', input, (client) => client.getProducts(null)],
  ['getProducts', input, (client) => client.getProducts([7])],
  ['getProducts', input, (client) => client.getProducts(new Map())],
  ['getProducts', input, (client) => client.getProducts(new Date())],
  ['getProducts', `${options} signal, deadline, unset`, (client) => client.getProducts({}, null)],
  [
    'getProducts',
    `${options} signal, deadline, unset`,
    (client) => client.getProducts({}, new AbortController().signal),
  ],
  ['getProducts', aborter, (client) => client.getProducts({}, { signal: new AbortController() })],
  ['getProducts', aborter, (client) => client.getProducts({}, { signal: null })],
  ['getProducts', deadline, (client) => client.getProducts({}, { deadline: '2026-03-10' })],
  ['getProducts', deadline, (client) => client.getProducts({}, { deadline: Number.NaN })],
  ['getProducts', deadline, (client) => client.getProducts({}, { deadline: new Date('noon') })],
  ['getProducts', deadline, (client) => client.getProducts({}, { deadline: null })],
  ['getProducts', tooEarly, (client) => client.getProducts({}, { deadline: 30_000 })],
  ['getProducts', tooEarly, (client) => client.getProducts({}, { deadline: 1_773_156_600 })],
  ['getProducts', tooEarly, (client) => client.getProducts({}, { deadline: new Date(1_773_156_600) })],
  [
    'getProducts',
    'there is no option timeoutMs (options: signal, deadline, unset)',
    (client) => client.getProducts({}, { timeoutMs: 5 }),
  ],
  [
    'getProducts',
    'there is no option deadLine (did you mean deadline?)',
    (client) => client.getProducts({}, { deadLine: 5 }),
  ],
  ['getProducts.request', input, (client) => client.getProducts.request(7)],
  ['getProducts.pages', input, (client) => client.getProducts.pages('x')],
  [
    'getProducts.pages',
    'pageSize must be a whole number of 2 or more',
    (client) => client.getProducts.pages({}, { pageSize: 1 }),
  ],
  [
    'getProducts.pages',
    'pageSize must be a whole number of 2 or more',
    (client) => client.getProducts.pages({}, { pageSize: 2.5 }),
  ],
  [
    'getProducts.pages',
    'inBulk must be true or false',
    (client) => client.getProducts.pages({}, { inBulk: 1 }),
  ],
  [
    'getProducts.pages',
    'from must be an object with offset, lastKey',
    (client) => client.getProducts.pages({}, { from: 20 }),
  ],
  [
    'getProducts.pages',
    'from.offset is missing: give a whole number of 0 or more',
    (client) => client.getProducts.pages({}, { from: {} }),
  ],
  [
    'getProducts.pages',
    'from.offset must be a whole number of 0 or more',
    (client) => client.getProducts.pages({}, { from: { offset: '5' } }),
  ],
  [
    'getProducts.pages',
    'from.lastKey must be a whole number of 0 or more',
    (client) => client.getProducts.pages({}, { from: { offset: 5, lastKey: null } }),
  ],
  [
    'getProducts.all',
    `${options} signal, deadline, unset, from, inBulk, pageSize`,
    (client) => client.getProducts.all({}, 5),
  ],
  ['getProducts.all', tooEarly, (client) => client.getProducts.all({}, { deadline: 5 })],
  [
    'getProducts.all',
    'there is no option limit (options: signal, deadline, unset, from, inBulk, pageSize)',
    (client) => client.getProducts.all({}, { limit: 5 }),
  ],
  [
    'getProducts.collect',
    'limit is missing: give a whole number of 1 or more',
    (client) => client.getProducts.collect({}),
  ],
  [
    'getProducts.collect',
    'limit is missing: give a whole number of 1 or more',
    (client) => client.getProducts.collect(),
  ],
  [
    'getProducts.collect',
    'limit must be a whole number of 1 or more',
    (client) => client.getProducts.collect({}, { limit: '5' }),
  ],
  [
    'getProducts.collect',
    'limit must be a whole number of 1 or more',
    (client) => client.getProducts.collect({}, { limit: Number.POSITIVE_INFINITY }),
  ],
  ['getProducts.collect', input, (client) => client.getProducts.collect(5, { limit: 5 })],
  ['getProductStock.csv', input, (client) => client.getProductStock.csv(5)],
  ['getProductStock.csv', aborter, (client) => client.getProductStock.csv({}, { signal: 5 })],
  [
    'bulk',
    'the requests must be a list, such as [client.getWarehouses.request()]',
    (client) => client.bulk(),
  ],
  [
    'bulk',
    'the requests must be a list, such as [client.getWarehouses.request()]',
    (client) => client.bulk(client.getWarehouses.request()),
  ],
  ['bulk', `requests[1] ${request}`, (client) => client.bulk([client.getWarehouses.request(), undefined])],
  ['bulk', `requests[0] ${request}`, (client) => client.bulk([client.getWarehouses])],
  ['bulk', `requests[0] ${request}`, (client) => client.bulk([Promise.resolve()])],
  ['bulk', `requests[0] ${request}`, (client) => client.bulk([{ requestName: 'getWarehouses' }])],
  ['bulk', `requests[0] ${request}`, (client) => client.bulk(new Array(2))],
  [
    'bulk',
    'there is no option inBulk (options: signal, deadline, unset)',
    (client) => client.bulk([], { inBulk: true }),
  ],
  ['bulk', tooEarly, (client) => client.bulk([client.getWarehouses.request()], { deadline: 5 })],
];

describe('a method of the client', () => {
  it.each(wrongUses)('%s says what it needs: %s', async (method, problem, use) => {
    const { client, wire } = scriptedClient(createFakeTime(), []);
    const error = await rejection((async () => use(client))());
    expectUsage(error, `${method}: ${problem}.`);
    expect((error as ErplyError).call).toBe(method.split('.')[0]);
    expect(wire.sent).toEqual([]);
  });

  it.each(['pages', 'all', 'csv', 'request'])('that gives no promise throws at once: %s', (verb) => {
    const { client } = scriptedClient(createFakeTime(), []);
    const method = (client.getProductStock as Loose)[verb] ?? (client.getProducts as Loose)[verb];
    expect(thrown(() => method(7))).toMatchObject({ kind: 'usage' });
  });

  it('takes a deadline of a clock that stands near 1970', async () => {
    const { client } = scriptedClient(createFakeTime(0), [() => granted()]);
    await expect(
      client.verifyUser({ username: 'a', password: 'b' }, { deadline: 5000 }),
    ).resolves.toBeDefined();
  });
});
