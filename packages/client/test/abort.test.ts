import { describe, expect, it } from 'vitest';

import { type CallOptions, type ClientOptions, createLimits, type ErplyClient } from '../src/index.ts';
import { createFakeTime, type FakeTime, settle } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import {
  type Answering,
  body,
  granted,
  records,
  refused,
  type ScriptedTransport,
  silence,
} from './scripted-transport.ts';

interface Waiting {
  readonly script?: readonly Answering[];
  readonly options?: (time: FakeTime) => Partial<ClientOptions>;
  /** Answers the login, too. */
  readonly send?: Answering;
  /** Puts the client into the state in which the next call waits. */
  readonly before?: (client: ErplyClient) => unknown;
}

const waits: Record<string, Waiting> = {
  'for the answer': { script: [silence] },
  'for the login': { send: silence },
  'for the turn of the hour': { script: [() => refused(1002), () => records([])] },
  "for the client's own share of the hour": {
    script: [() => records([])],
    options: ({ clock, wait }) => ({ limits: createLimits({ clock, wait, unitsPerHour: 2 }) }),
    before: (client) => client.getWarehouses(),
  },
  'after HTTP 429': { script: [() => body('', 429), () => records([])] },
  'for the rate of the address': {
    script: [() => records([])],
    options: ({ clock, wait }) => ({ limits: createLimits({ clock, wait, requestsPerWindow: 2 }) }),
    before: (client) => client.getWarehouses(),
  },
  'for a free slot': {
    script: [silence],
    options: ({ clock, wait }) => ({ limits: createLimits({ clock, wait, concurrent: 1 }) }),
    before: (client) => void client.getWarehouses().catch(() => {}),
  },
  'in the queue for a slot': {
    script: [silence],
    options: ({ clock, wait }) => ({ limits: createLimits({ clock, wait, concurrent: 1 }) }),
    before: (client) => void [1, 2, 3].map(() => client.getWarehouses().catch(() => {})),
  },
  'between repeats': { script: [() => body('', 503)] },
  'until Erply is no longer busy': { script: [() => refused(1021)] },
  'between repeats of the login': { send: () => body('', 503) },
  'for the password': { options: () => ({ password: () => new Promise<string>(() => {}) }) },
  'for the session store': {
    options: () => ({ sessionStore: { get: () => new Promise<undefined>(() => {}), set() {}, delete() {} } }),
  },
};

/** A client whose next call waits, on a clock that stands still. */
async function openWaiting(waiting: Waiting, options: CallOptions = {}) {
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, waiting.script ?? [() => records([])], {
    wait: time.wait,
    ...waiting.options?.(time),
  });
  const { send } = waiting;
  if (send) answerAll(wire, send);
  await waiting.before?.(client);
  await settle();
  const call = rejection(client.getProducts({}, options));
  await settle();
  return { time, client, call };
}

function answerAll(wire: ScriptedTransport, answering: Answering): void {
  wire.send = async (request) => {
    const form = new URLSearchParams(request.form);
    wire.sent.push(form);
    const reply = await answering(form, request.signal);
    if (reply instanceof Error) throw reply;
    return reply;
  };
}

describe.each(Object.entries(waits))('a call that waits %s', (_, waiting) => {
  it('ends at once when its signal is aborted, and leaves no timer', async () => {
    const caller = new AbortController();
    const { time, client, call } = await openWaiting(waiting, { signal: caller.signal });
    caller.abort(new Error('the reason of the caller'));
    expect(await call).toMatchObject({
      kind: 'aborted',
      retryable: false,
      message: 'getProducts: aborted by the caller.',
    });
    await client.close();
    await settle();
    expect(time.pending).toBe(0);
  });

  it('ends when the client is closed', async () => {
    const { time, client, call } = await openWaiting(waiting);
    await client.close();
    expect(await call).toMatchObject({ kind: 'aborted', message: 'getProducts: the client was closed.' });
    await settle();
    expect(time.pending).toBe(0);
  });

  it('ends with the deadline, or before it when it knows that it will be too late', async () => {
    const start = createFakeTime().clock.now();
    const { time, client, call } = await openWaiting(waiting, { deadline: start + 400 });
    await time.advance(400);
    const error = await call;
    expect(['timeout', 'quota', 'transport', 'api']).toContain((error as { kind: string }).kind);
    await client.close();
    await settle();
    expect(time.pending).toBe(0);
  });
});

it('is not begun when the signal is aborted or the deadline is past', async () => {
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, [() => records([])]);
  expect(await rejection(client.getProducts({}, { signal: AbortSignal.abort() }))).toMatchObject({
    kind: 'aborted',
  });
  expect(await rejection(client.getProducts({}, { deadline: time.clock.now() }))).toMatchObject({
    kind: 'timeout',
  });
  expect(wire.sent).toEqual([]);
});

it('is not begun with a deadline that is not a time', async () => {
  const { client } = scriptedClient(createFakeTime(), []);
  const deadline = new Date('tomorrow at noon');
  expect(await rejection(client.getProducts({}, { deadline }))).toMatchObject({
    kind: 'usage',
    message: 'getProducts: deadline must be a Date or milliseconds since 1970, such as Date.now() + 30_000.',
  });
});

it('says of a write that was under way that it may have been applied', async () => {
  const caller = new AbortController();
  const time = createFakeTime();
  const { client } = scriptedClient(time, [silence]);
  const call = rejection(client.saveProduct({ groupID: 1 }, { signal: caller.signal }));
  await settle();
  caller.abort();
  expect(await call).toMatchObject({ kind: 'aborted', mayHaveBeenApplied: true });
});

it('leaves the login to the others when one call gives up', async () => {
  const caller = new AbortController();
  const time = createFakeTime();
  const { client, wire } = scriptedClient(time, []);
  const login = Promise.withResolvers<ReturnType<typeof granted>>();
  answerAll(wire, (form) => (form.get('request') === 'verifyUser' ? login.promise : records([])));
  const impatient = rejection(client.getProducts({}, { signal: caller.signal }));
  const patient = client.getWarehouses();
  await settle();
  caller.abort();
  expect(await impatient).toMatchObject({ kind: 'aborted' });
  login.resolve(granted());
  await expect(patient).resolves.toBeDefined();
  expect(wire.sent.map((form) => form.get('request'))).toEqual(['verifyUser', 'getWarehouses']);
});

it('refuses calls after it was closed', async () => {
  const { client } = scriptedClient(createFakeTime(), [() => records([])]);
  await client[Symbol.asyncDispose]();
  expect(await rejection(client.getProducts())).toMatchObject({ kind: 'aborted' });
});

it('leaves no timer and no listener after calls that went well', async () => {
  const time = createFakeTime();
  const { client } = scriptedClient(time, [() => records([])]);
  const caller = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = caller.signal;
  caller.signal.addEventListener = function (this: AbortSignal, ...args: unknown[]) {
    listeners += 1;
    Reflect.apply(addEventListener, this, args);
  } as AbortSignal['addEventListener'];
  caller.signal.removeEventListener = function (this: AbortSignal, ...args: unknown[]) {
    listeners -= 1;
    Reflect.apply(removeEventListener, this, args);
  } as AbortSignal['removeEventListener'];
  for (let call = 0; call < 5; call += 1) {
    await client.getProducts({}, { signal: caller.signal, deadline: time.clock.now() + 60_000 });
  }
  expect(listeners).toBe(0);
  expect(time.pending).toBe(0);
});
