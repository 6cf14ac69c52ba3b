import { afterAll, describe, expect, it } from 'vitest';

import { canaries, findCanaries } from '@erply-kit/tooling';

import { type ClientEvent, type ClientOptions, createClient, type ErplyClient } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { credentials, rejection } from './open-client.ts';
import { printed } from './printed.ts';
import {
  type Answering,
  body,
  bulkAnswer,
  granted,
  records,
  refused,
  scriptedTransport,
  silence,
} from './scripted-transport.ts';

const { secret, email: person } = canaries;
const everything: string[] = [];

function keep(value: unknown): void {
  everything.push(printed(value));
}

/** A client with a secret password, a secret session key and a secret in whatever the wire throws. */
function secretClient(script: readonly Answering[], options: Partial<ClientOptions> = {}): ErplyClient {
  const time = createFakeTime();
  return createClient({
    ...credentials,
    password: secret,
    clock: time.clock,
    wait: time.jump,
    transport: scriptedTransport([() => granted(`${secret}-key`), ...script]),
    onEvent: (event: ClientEvent) => keep(event),
    retry: { attempts: 2 },
    ...options,
  });
}

/** As undici's errors can be: with the request, headers and pieces of bodies in them. */
const leakyError = () =>
  Object.assign(new Error(`POST /api/ password=${secret}`, { cause: { body: `sessionKey=${secret}-key` } }), {
    code: 'UND_ERR_SOCKET',
    headers: { cookie: secret },
    request: { body: `password=${secret}` },
  });

const input = { productID: 7, name: person, code: secret };

const failures: Record<string, Answering> = {
  'a refusal that quotes the input': () => refused(1016, { errorField: `name=${person}`, request: secret }),
  'a refusal with a proper field': () => refused(1011, { errorField: 'groupID', records: [secret] }),
  'an unknown code': () => refused(4711),
  'a session that is refused': () => refused(1055),
  'a quota that is used up': () => refused(1002),
  'broken JSON with data in it': () => body(`{"status":{"errorCode":0},"records":[{"name":"${person}"`),
  'a page of HTML': () => body(`<html>${secret} ${person}</html>`),
  'HTTP 500 with a trace': () => body(`Fatal error: password=${secret}`, 500),
  'HTTP 404': () => body(secret, 404),
  'HTTP 429': () => body(secret, 429),
  'an error of the wire': leakyError,
  'records that do not fit': () => records([{ productID: 'x', name: person, code: [secret] }]),
  'a record without its ID': () => records([{ name: person }]),
  'no record at all': () => records([secret as never]),
};

describe.each(Object.entries(failures))('%s', (_, answering) => {
  it.each(['strict', 'warn'] as const)('shows no secret and no person (%s)', async (validation) => {
    for (const run of [
      (client: ErplyClient) => client.saveProduct(input),
      (client: ErplyClient) => client.getProducts({ name: person, code: secret }),
      (client: ErplyClient) => client.bulk([client.saveProduct.request(input)]),
      (client: ErplyClient) => client.getProducts.collect({ name: person }, { limit: 5 }),
    ]) {
      const client = secretClient([answering], { validation, onQuota: 'fail' });
      await run(client).then(
        (results) => keep(Array.isArray(results) ? results.filter((result) => 'error' in result) : undefined),
        keep,
      );
      keep(client.usage());
    }
  });
});

it('shows none when the login fails', async () => {
  for (const answering of [
    () => refused(1051),
    () => body(secret, 500),
    leakyError,
    () => records([{ sessionKey: '' }]),
  ]) {
    const time = createFakeTime();
    const transport = scriptedTransport([answering]);
    const { clock, jump: wait } = time;
    const client = createClient({ ...credentials, password: secret, clock, wait, transport, onEvent: keep });
    keep(await rejection(client.getProducts()));
    keep(await rejection(client.getProducts()));
  }
});

it('shows none when the input is wrong, or the options are', async () => {
  const client = secretClient([]);
  keep(await rejection(client.getProducts({ productID: secret, status: person } as never)));
  keep(await rejection(client.getUserOperationsLog({ tableName: secret } as never)));
  for (const options of [
    { url: `https://user:${secret}@example.com` },
    { url: `https://example.com/?key=${secret}` },
    { url: secret },
  ]) {
    expect(() => {
      try {
        createClient({ ...credentials, ...options });
      } catch (error) {
        keep(error);
        throw error;
      }
    }).toThrow();
  }
});

it('shows none when a call is aborted for a secret reason', async () => {
  const caller = new AbortController();
  const client = secretClient([silence]);
  const call = rejection(client.saveProduct(input, { signal: caller.signal }));
  await new Promise((resolve) => setImmediate(resolve));
  caller.abort(new Error(secret));
  keep(await call);
});

it('shows none in the sub-answers of a bulk request', async () => {
  const answers = bulkAnswer([
    { status: { responseStatus: 'error', errorCode: 1012, errorField: secret }, records: [person] },
  ]);
  const client = secretClient([() => answers]);
  keep(await client.bulk([client.saveProduct.request(input)]));
});

afterAll(() => {
  expect(everything.length).toBeGreaterThan(100);
  const leaks = everything.filter((text) => findCanaries(text).length > 0);
  // Not the leak itself: it would be printed.
  expect(
    leaks.map((leak) => leak.replaceAll(/canary[-\w@.]*/gi, '…')),
    'secrets came out',
  ).toEqual([]);
});
