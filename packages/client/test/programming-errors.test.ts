import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import {
  type ClientOptions,
  createClient,
  createLimits,
  createUndiciTransport,
  type ErplyClient,
  isErplyError,
  type SessionStore,
  TransportError,
} from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { credentials, rejection, scriptedClient } from './open-client.ts';
import { type Answering, body, granted, records, scriptedTransport } from './scripted-transport.ts';

const good: Answering = () => records([]);
const write = { name: 'a', productID: 7 };

/** A call of each kind. The client gives what each of them throws. */
const uses: Readonly<Record<string, (client: ErplyClient) => Promise<unknown>>> = {
  call: (client) => client.getProducts(),
  write: (client) => client.saveProduct(write),
  pages: (client) => client.getProducts.collect({}, { limit: 5 }),
  'pages in bulk': (client) => client.getProducts.collect({}, { limit: 5, inBulk: true }),
  bulk: (client) => client.bulk([client.getProducts.request()]),
  csv: async (client) => {
    for await (const _ of client.getProductStock.csv());
  },
};
const everyUse = Object.entries(uses);

const bug = (): never => {
  throw new TypeError('answer.total is not a function');
};
const bugs = {
  TypeError: bug,
  RangeError: () => new Array(-1),
  ReferenceError: () => {
    throw new ReferenceError('nothing of this name');
  },
};

function clientWith(options: Partial<ClientOptions>, script: readonly Answering[] = [good]) {
  return scriptedClient(createFakeTime(), script, options);
}

describe.each(everyUse)('a program that is wrong in a %s', (_, use) => {
  it('is seen as it was thrown, and nothing is repeated: the transport', async () => {
    for (const [name, throwing] of Object.entries(bugs)) {
      let requests = 0;
      const send = async () => {
        requests += 1;
        throwing();
        return { status: 200, body: new Uint8Array() };
      };
      const { client } = clientWith({ transport: { send, open: bug } });
      const error = await rejection(use(client));
      expect(error).toMatchObject({
        name,
        message: expect.stringMatching(/is not a function|length|nothing/),
      });
      expect(isErplyError(error)).toBe(false);
      expect((error as Error).stack).toContain('programming-errors.test.ts');
      expect(requests).toBe(1);
    }
  });

  it.each<[string, Partial<ClientOptions>]>([
    ['the password function', { password: bug }],
    ['the limits', { limits: { ...createLimits(), acquire: bug } }],
    ['the session store', { sessionStore: { get: bug, set() {}, delete() {} } }],
    ['the session store, later', { sessionStore: { get: () => undefined, set: bug, delete() {} } }],
    ['the clock', { clock: { ...createFakeTime().clock, monotonic: bug } }],
  ])('is seen as it was thrown, and nothing is repeated: %s', async (_part, options) => {
    const { client, wire } = clientWith(options);
    await expect(rejection(use(client))).resolves.toMatchObject({
      name: 'TypeError',
      message: 'answer.total is not a function',
    });
    expect(wire.sent.length).toBeLessThan(2);
  });
});

it('is seen in the waits between repeats', async () => {
  for (const options of [{ random: bug }, { wait: bug }]) {
    const { client, wire } = clientWith(options, [() => body('', 503)]);
    await expect(client.getProducts()).rejects.toThrow('answer.total is not a function');
    expect(wire.sent).toHaveLength(2);
  }
});

it('is seen in the transport of this package', async () => {
  const dispatcher = { request: bug } as never;
  const client = createClient({ ...credentials, transport: createUndiciTransport({ dispatcher }) });
  await expect(rejection(client.getProducts())).resolves.toMatchObject({
    name: 'TypeError',
    message: 'answer.total is not a function',
  });
});

describe('what only looks like a wrong program', () => {
  it('is a connection that fails, as fetch reports it: that is repeated', async () => {
    const failed = () =>
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
    const { client, wire } = clientWith({}, [failed, good]);
    await expect(client.getProducts()).resolves.toBeDefined();
    expect(wire.sent).toHaveLength(3);
    const { client: writing } = clientWith({}, [failed]);
    await expect(rejection(writing.saveProduct(write))).resolves.toMatchObject({
      kind: 'transport',
      mayHaveBeenApplied: true,
      message: expect.stringContaining('the answer was lost (ECONNRESET)'),
    });
  });

  it('is one that the transport itself has put behind a lost answer', async () => {
    const lost = () => new TransportError('lost', { cause: new TypeError('terminated') });
    const { client } = clientWith({ retry: { attempts: 1 } }, [lost]);
    expect(await rejection(client.getProducts())).toMatchObject({ kind: 'transport' });
  });
});

describe('a function that gives what it must not', () => {
  it.each([undefined, '', 5, null])('is named: a password function that gives %j', async (given) => {
    const { client, wire } = clientWith({ password: () => given as never });
    expect(await rejection(client.getProducts())).toMatchObject({
      kind: 'usage',
      message: 'getProducts: the password function must give text.',
    });
    expect(wire.sent).toEqual([]);
  });

  it.each([undefined, null, 'text', { status: 200 }, { status: 200, body: 'text' }, new Response('x')])(
    'is named: a transport that gives %o',
    async (given) => {
      let requests = 0;
      const send = async () => {
        requests += 1;
        return (requests === 1 ? granted() : given) as never;
      };
      const { client } = clientWith({ transport: { send, open: bug } });
      expect(await rejection(client.saveProduct(write))).toMatchObject({
        kind: 'usage',
        mayHaveBeenApplied: true,
        message:
          "saveProduct: the transport's send() must give { status, body }, a number and a Uint8Array; it may have been applied, so it was not repeated.",
      });
      expect(requests).toBe(2);
    },
  );

  it('is named: a transport whose file is not a file', async () => {
    const link = () => records([{ reportLink: 'https://100001.erply.com/reports/a.csv' }]);
    const { send } = scriptedTransport([() => granted(), link]);
    const { client } = clientWith({ transport: { send, open: async () => ({ status: 200 }) as never } });
    await expect(rejection(uses.csv!(client))).resolves.toMatchObject({
      kind: 'usage',
      message:
        "getProductStock: the transport's open() must give { status, chunks }, a number and bytes to iterate over.",
    });
  });

  it.each([
    null,
    undefined,
    'CANARY-SECRET-7f3a',
    {},
    { sessionKey: '', expiresAt: 1 },
    { sessionKey: 'k', expiresAt: '1' },
  ])('costs a login: a session store that gives %j', async (stored) => {
    const reasons: string[] = [];
    const sessionStore = { get: () => stored, set() {}, delete() {} } as never as SessionStore;
    const { client, wire } = clientWith({
      sessionStore,
      onEvent: (event) => event.kind === 'sessionStore' && reasons.push(event.reason),
    });
    await client.getProducts();
    expect(wire.sent.map((form) => form.get('request'))).toEqual(['verifyUser', 'getProducts']);
    expect(reasons).toEqual(
      stored === null || stored === undefined ? [] : ['what it holds is not a session'],
    );
  });
});

describe('an observer that fails', () => {
  it.each<[string, () => unknown, string]>([
    ['throws', bug, 'TypeError: answer.total is not a function'],
    ['rejects', async () => bug(), 'TypeError: answer.total is not a function'],
    [
      'fails for a reason outside of the program',
      () => {
        throw Object.assign(new Error('CANARY-SECRET-7f3a'), { code: 'EPIPE' });
      },
      'EPIPE',
    ],
  ])('breaks no call, and is reported once: it %s', async (_, onEvent, reason) => {
    const warned = once(process, 'warning');
    const messages: string[] = [];
    const listen = ({ message }: Error) => void messages.push(message);
    process.on('warning', listen);
    const { client } = clientWith({ onEvent: onEvent as never });
    await client.getProducts();
    await client.getProducts();
    await warned;
    await nextTurn();
    process.off('warning', listen);
    expect(messages).toEqual([`onEvent failed and may miss events (${reason})`]);
  });
});
