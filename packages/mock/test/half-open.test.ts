import { describe, expect, it } from 'vitest';

import { connectionTimeouts } from '../src/connection-timeouts.ts';
import { listen } from '../src/start-mock.ts';
import { exchange, type RawRequest } from './raw-socket.ts';

/** Long enough for a busy machine, and never waited for: what is cut ends the wait. */
const hungMs = 20_000;

const never = 600_000;

/** A fake in which only one of its patiences is short. */
const impatient = (short: Partial<typeof connectionTimeouts>) =>
  listen(
    {},
    {
      ownsProcess: false,
      timeouts: {
        ...{ headersMs: never, requestMs: never, silenceMs: never, keepAliveMs: never, checkEveryMs: 20 },
        ...short,
      },
    },
  );

async function outcomeOf(short: Partial<typeof connectionTimeouts>, request: RawRequest) {
  await using fake = await impatient(short);
  const result = await exchange(Number(new URL(fake.url).port), request, hungMs);
  return result.outcome === 'answered' ? result.answer.status : result.outcome;
}

const form = 'clientCode=100001&request=getServiceEndpoints';
const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${length}\r\n\r\n`;

describe.each(['/api/', '/_mock/clock/advance'])('a connection to %s that is half open', (path) => {
  it.each([
    ['says nothing', '', { headersMs: 50 }],
    ['stops within its headers', `POST ${path} HTTP/1.1\r\nhost: lo`, { headersMs: 50 }],
    ['stops within its body', `${head(path, 1000)}clientCode=1`, { requestMs: 50, headersMs: 40 }],
    ['is silent within its body', `${head(path, 1000)}clientCode=1`, { silenceMs: 50 }],
  ])('is cut when it %s', async (_, sent, short) => {
    const request: RawRequest = { bytes: Buffer.from(sent), ending: 'wait' };
    expect(['closed', 408]).toContain(await outcomeOf(short, request));
  });
});

describe('a connection', () => {
  it('is not cut while a slow upload goes on', async () => {
    // So long that the first of eight pieces has all headers: the others take longer than headers may.
    const long = `${form}&x=${'1'.repeat(4000)}`;
    const bytes = Buffer.from(`${head('/api/', long.length)}${long}`);
    expect(await outcomeOf({ headersMs: 200 }, { bytes, ending: 'wait', pauseMs: 40 })).toBe(200);
  });

  it('waits for minutes where nothing else is said', () => {
    expect(connectionTimeouts.requestMs).toBeGreaterThanOrEqual(300_000);
    expect(connectionTimeouts.headersMs).toBeLessThan(connectionTimeouts.requestMs);
    expect(connectionTimeouts.silenceMs).toBeLessThan(connectionTimeouts.requestMs);
  });
});
