import { Agent, request as httpRequest } from 'node:http';

import { describe, expect, it, vi } from 'vitest';

import { type FaultEffect, type RunningMock, startMock } from '../src/index.ts';
import { listen } from '../src/start-mock.ts';
import { frozenMock, loggedIn, post, sessionOf, start } from './ask.ts';
import { exchange } from './raw-socket.ts';

const code = '100001';

/** Never waited for: what comes ends the wait. */
const hungMs = 20_000;

const login = 'clientCode=100001&request=verifyUser&username=demo&password=demouser';
const postOf = (form: string, path = '/api/') =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${form.length}\r\n\r\n${form}`,
  );

const portOf = ({ url }: RunningMock) => Number(new URL(url).port);

const send = (fake: RunningMock, bytes: Buffer) => exchange(portOf(fake), { bytes, ending: 'wait' }, hungMs);

/** A fake whose waits are written down instead of waited for. */
async function fakeWith(effect: FaultEffect, match = {}) {
  const waits: number[] = [];
  const fake = await startMock({
    now: start,
    frozen: true,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  });
  fake.account(code).addFault({ match, effect });
  return { fake, waits };
}

/** What comes of one request in a fake of each kind: in a test, and as the only thing in its process. */
async function received(effect: FaultEffect, bytes = postOf(login)) {
  const { fake, waits } = await fakeWith(effect);
  await using _ = fake;
  return { result: await send(fake, bytes), waits, journal: fake.account(code).journal().entries };
}

const wholeLogin = await (async () => {
  await using fake = await startMock({ now: start, frozen: true });
  const result = await send(fake, postOf(login));
  if (result.outcome !== 'answered') throw new Error(result.outcome);
  return result.answer.body.toString();
})();

const partOf = (received: Buffer) => {
  const [head = '', body = ''] = received.toString('latin1').split('\r\n\r\n');
  return { head, body };
};

describe('an answer over HTTP', () => {
  it.each(['before', 'after'] as const)('is lost with drop %s', async (drop) => {
    const { result, journal } = await received({ drop });
    expect(result).toEqual({ outcome: 'closed', received: Buffer.alloc(0) });
    expect(journal[0]?.errorCode).toBe(drop === 'before' ? undefined : 0);
  });

  it('is another one with httpStatus, with its headers and its body', async () => {
    const { result } = await received({ httpStatus: 503, headers: { 'Retry-After': '5' }, body: 'down' });
    expect(result).toMatchObject({ outcome: 'answered', answer: { status: 503, body: Buffer.from('down') } });
    if (result.outcome !== 'answered') return;
    expect(result.answer.headers.get('retry-after')).toBe('5');
    expect(result.answer.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
  });

  it('is JSON with httpStatus where the body is an object', async () => {
    const { result } = await received({ httpStatus: 429, body: { error: 'slow down' } });
    if (result.outcome !== 'answered') throw new Error(result.outcome);
    expect(result.answer.headers.get('content-type')).toBe('application/json');
    expect(result.answer.body.toString()).toBe('{"error":"slow down"}');
  });

  it.each([0, 1, 100, 1_000_000])('announces all of it and ends after %d bytes', async (truncateAtByte) => {
    const { result } = await received({ truncateAtByte });
    if (result.outcome !== 'closed') throw new Error(result.outcome);
    const { head, body } = partOf(result.received);
    expect(head).toMatch(/^HTTP\/1.1 200 /);
    expect(head.toLowerCase()).toContain(`content-length: ${wholeLogin.length}`);
    expect(body).toBe(wholeLogin.slice(0, Math.min(truncateAtByte, wholeLogin.length - 1)));
  });

  it('is empty with emptyBody, and well framed', async () => {
    const { result } = await received({ emptyBody: true });
    expect(result).toMatchObject({ outcome: 'answered', answer: { status: 200, body: Buffer.alloc(0) } });
  });

  it('lacks its last byte with invalidJson, and is well framed', async () => {
    const { result } = await received({ invalidJson: true });
    if (result.outcome !== 'answered') throw new Error(result.outcome);
    expect(result.answer.body.toString()).toBe(wholeLogin.slice(0, -1));
    expect(() => JSON.parse(result.answer.body.toString())).toThrow(SyntaxError);
  });

  it('waits with latencyMs', async () => {
    const { result, waits } = await received({ latencyMs: 1500 });
    expect(result).toMatchObject({ outcome: 'answered', answer: { body: Buffer.from(wholeLogin) } });
    expect(waits).toEqual([1500]);
  });

  it('waits also before what else becomes of it', async () => {
    const { result, waits } = await received({ httpStatus: 504, latencyMs: 30_000 });
    expect(result).toMatchObject({ answer: { status: 504 } });
    expect(waits).toEqual([30_000]);
  });

  it('comes at so many bytes a second with slowBytesPerSecond', async () => {
    const { result, waits } = await received({ slowBytesPerSecond: 1000 });
    if (result.outcome !== 'answered') throw new Error(result.outcome);
    expect(result.answer.body.toString()).toBe(wholeLogin);
    expect(result.answer.headers.get('content-length')).toBe(String(wholeLogin.length));
    const sum = waits.reduce((total, wait) => total + wait, 0);
    expect(Math.round(sum)).toBe(wholeLogin.length);
    expect(Math.max(...waits)).toBeLessThanOrEqual(100);
  });
});

describe('an answer whose length is not known before', () => {
  it.each<[string, FaultEffect, number | 'closed']>([
    ['cut', { truncateAtByte: 300_000 }, 'closed'],
    ['cut at its very end', { truncateAtByte: 1_000_000_000 }, 'closed'],
    ['without its last byte', { invalidJson: true }, -1],
    ['empty', { emptyBody: true }, 0],
    ['slow', { slowBytesPerSecond: 1_000_000 }, 1],
  ])('can be %s', async (_, effect, outcome) => {
    const { fake } = await fakeWith(effect, { request: 'bulk' });
    await using _fake = fake;
    const { sessionKey } = await sessionOf(fake);
    const calls = Array.from({ length: 10 }, () => ({ requestName: 'getProducts', recordsOnPage: 100 }));
    const form = `clientCode=${code}&sessionKey=${sessionKey}&requests=${encodeURIComponent(JSON.stringify(calls))}`;
    const result = await send(fake, postOf(form));
    fake.account(code).clearFaults();
    const whole = await send(fake, postOf(form));
    if (whole.outcome !== 'answered') throw new Error(whole.outcome);
    expect(whole.answer.headers.get('transfer-encoding')).toBe('chunked');
    if (outcome === 'closed') {
      expect(result.outcome).toBe('closed');
      return;
    }
    if (result.outcome !== 'answered') throw new Error(result.outcome);
    const { length } = whole.answer.body;
    expect(result.answer.body.length).toBe(outcome === 0 ? 0 : outcome === -1 ? length - 1 : length);
  });
});

describe('a connection that is kept', () => {
  it('goes on after an answer that was damaged inside its frame, and not after one that was cut', async () => {
    const { fake } = await fakeWith({ emptyBody: true }, { nth: 1 });
    await using _ = fake;
    const account = fake.account(code);
    account.addFault({ match: { nth: 2 }, effect: { invalidJson: true } });
    account.addFault({ match: { nth: 4 }, effect: { truncateAtByte: 10 } });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<{ bytes: number; isReused: boolean }>((resolve) => {
        const sent = httpRequest(`${fake.url}/api/?${login}`, { agent }, (answer) => {
          let bytes = 0;
          answer.on('data', (piece: Buffer) => {
            bytes += piece.length;
          });
          answer.on('error', () => {});
          answer.on('close', () => resolve({ bytes, isReused: sent.reusedSocket }));
        });
        sent.end();
      });
    const { length } = wholeLogin;
    expect(await ask()).toEqual({ bytes: 0, isReused: false });
    expect(await ask()).toMatchObject({ isReused: true });
    expect(await ask()).toMatchObject({ isReused: true });
    expect(await ask()).toEqual({ bytes: 10, isReused: true });
    expect(await ask()).toMatchObject({ isReused: false });
    expect(length).toBeGreaterThan(100);
    agent.destroy();
  });
});

describe.each([
  ['no pages of other origins', undefined],
  ['pages of any origin', ['*']],
])('in the command, which has the process to itself, with %s', (_, cors) => {
  it.each([
    [{ drop: 'before' }, 'closed', 0],
    [{ drop: 'after' }, 'closed', 0],
    [{ truncateAtByte: 10 }, 'closed', 10],
    [{ httpStatus: 502 }, 'answered', 0],
    [{ emptyBody: true }, 'answered', 0],
    [{ invalidJson: true }, 'answered', wholeLogin.length - 1],
    [{ slowBytesPerSecond: 1_000_000_000 }, 'answered', wholeLogin.length],
  ] as const)('%j is the same', async (effect, outcome, bytes) => {
    const before = [globalThis.Request, globalThis.Response] as const;
    using stderr = vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      await using fake = await listen({ now: start, frozen: true, cors }, { ownsProcess: true });
      fake.account(code).addFault({ effect });
      const result = await send(fake, postOf(login));
      // The adapter writes there what it cannot send any more.
      expect(stderr).not.toHaveBeenCalled();
      expect(result.outcome).toBe(outcome);
      if (result.outcome === 'answered') expect(result.answer.body.length).toBe(bytes);
      if (result.outcome === 'closed') expect(partOf(result.received).body.length).toBe(bytes);
    } finally {
      Object.defineProperty(globalThis, 'Request', { value: before[0] });
      Object.defineProperty(globalThis, 'Response', { value: before[1] });
    }
  });
});

it.each(['before', 'after'] as const)(
  '%s a drop, the front end knows that the request is over',
  async (drop) => {
    await using fake = await startMock({ rateLimit: true, now: start, frozen: true });
    fake.account(code).addFault({ times: 12, effect: { drop } });
    for (let count = 0; count < 12; count += 1)
      expect((await send(fake, postOf(login))).outcome).toBe('closed');
    expect(await send(fake, postOf(login))).toMatchObject({ answer: { status: 200 } });
  },
);

it('ends a wait when its client goes away', async () => {
  const ended = Promise.withResolvers<void>();
  const waiting = Promise.withResolvers<void>();
  await using fake = await startMock({
    sleep: (_, signal) => {
      signal.addEventListener('abort', () => ended.resolve());
      waiting.resolve();
      return ended.promise;
    },
  });
  fake.account(code).addFault({ effect: { latencyMs: 600_000 } });
  const client = new AbortController();
  const answer = fetch(`${fake.url}/api/?${login}`, { signal: client.signal }).catch((error) => error.name);
  await waiting.promise;
  client.abort();
  await ended.promise;
  expect(await answer).toBe('AbortError');
});

describe('in process, where there is no connection', () => {
  const loginFields = { clientCode: code, request: 'verifyUser', username: 'demo', password: 'demouser' };

  it.each([
    [{ drop: 'before' }, {}],
    [{ drop: 'after' }, {}],
    [{ drop: 'after' }, { cors: ['*'] }],
  ] as const)('%j is an answer that cannot be read: with %j', async (effect, options) => {
    const mock = frozenMock(options);
    mock.account(code).addFault({ effect });
    await expect((await post(mock, loginFields)).text()).rejects.toThrow('terminated');
  });

  it('a cut answer ends with an error', async () => {
    const mock = frozenMock();
    mock.account(code).addFault({ effect: { truncateAtByte: 20 } });
    const response = await post(mock, loginFields);
    expect(response.status).toBe(200);
    let text = '';
    const read = async () => {
      for await (const piece of response.body ?? []) text += Buffer.from(piece).toString();
    };
    await expect(read()).rejects.toThrow('terminated');
    expect(text).toBe(wholeLogin.slice(0, 20));
  });
});

it('keeps what a call has written, though its answer is lost', async () => {
  const mock = frozenMock();
  const user = await loggedIn(mock);
  const account = mock.account(code);
  const brands = () => account.data('brands').list().length;
  const before = brands();
  account.addFault({ match: { request: 'saveBrand' }, times: 1, effect: { drop: 'before' } });
  await user.call('saveBrand', { name: 'One' }).catch(() => undefined);
  expect(brands()).toBe(before);
  account.addFault({ match: { request: 'saveBrand' }, times: 1, effect: { drop: 'after' } });
  await user.call('saveBrand', { name: 'One' }).catch(() => undefined);
  expect(brands()).toBe(before + 1);
});
