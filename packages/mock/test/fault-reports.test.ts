import { describe, expect, it } from 'vitest';

import { type FaultEffect, type RunningMock, startMock } from '../src/index.ts';
import { sessionOf, start } from './ask.ts';
import { exchange } from './raw-socket.ts';

const code = '100001';

/** Never waited for: what comes ends the wait. */
const hungMs = 20_000;

const login = 'clientCode=100001&request=verifyUser&username=demo&password=demouser';

const send = (fake: RunningMock, line: string, body = '') =>
  exchange(
    Number(new URL(fake.url).port),
    {
      bytes: Buffer.from(
        `${line} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      ),
      ending: 'wait',
    },
    hungMs,
  );

describe('the download of a report', () => {
  async function withReport(reportLinkOnce = 'no') {
    const waits: number[] = [];
    const fake = await startMock({
      now: start,
      frozen: true,
      set: { reportLinkOnce },
      sleep: async (milliseconds) => void waits.push(milliseconds),
    });
    const { sessionKey } = await sessionOf(fake);
    const form = new URLSearchParams({
      clientCode: code,
      sessionKey,
      request: 'getProductStock',
      responseType: 'CSV',
      warehouseID: '1',
    });
    const answer = await (await fetch(`${fake.url}/api/`, { method: 'POST', body: form })).json();
    const { reportLink } = (answer as { records: [{ reportLink: string }] }).records[0];
    return { fake, path: new URL(reportLink).pathname, waits };
  }

  it.each<[FaultEffect, 'closed' | number]>([
    [{ httpStatus: 404 }, 404],
    [{ drop: 'before' }, 'closed'],
    [{ drop: 'after' }, 'closed'],
    [{ truncateAtByte: 50 }, 'closed'],
    [{ emptyBody: true }, 200],
    [{ slowBytesPerSecond: 100_000 }, 200],
    [{ latencyMs: 5000 }, 200],
  ])('meets %j, once, and then is whole', async (effect, expected) => {
    const { fake, path, waits } = await withReport();
    await using _ = fake;
    fake.account(code).addFault({ match: { report: true }, times: 1, effect });
    const result = await send(fake, `GET ${path}`);
    expect(result.outcome === 'answered' ? result.answer.status : result.outcome).toBe(expected);
    const whole = await send(fake, `GET ${path}`);
    if (whole.outcome !== 'answered') throw new Error(whole.outcome);
    expect(whole.answer.body.length).toBeGreaterThan(100);
    if ('emptyBody' in effect) expect(result).toMatchObject({ answer: { body: Buffer.alloc(0) } });
    if ('truncateAtByte' in effect && result.outcome === 'closed')
      expect(result.received.toString('latin1').split('\r\n\r\n')[1]).toBe(
        whole.answer.body.subarray(0, 50).toString('latin1'),
      );
    if ('slowBytesPerSecond' in effect) {
      expect(result).toMatchObject({ answer: { body: whole.answer.body } });
      expect(waits.length).toBeGreaterThan(0);
    }
    if ('latencyMs' in effect) expect(waits).toEqual([5000]);
    expect(fake.account(code).journal().entries.at(-1)).toMatchObject({ request: 'report', faults: [1] });
  });

  it('leaves a link that can be read once to the next one who asks, where nothing was run', async () => {
    const { fake, path } = await withReport('yes');
    await using _ = fake;
    fake.account(code).addFault({ match: { report: true }, times: 1, effect: { httpStatus: 503 } });
    const statuses: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      const result = await send(fake, `GET ${path}`);
      statuses.push(result.outcome === 'answered' ? result.answer.status : result.outcome);
    }
    expect(statuses).toEqual([503, 200, 404]);
  });

  it('is not met by rules for calls, nor are calls by its rules', async () => {
    const { fake, path } = await withReport();
    await using _ = fake;
    const account = fake.account(code);
    account.addFault({ effect: { httpStatus: 503 } });
    account.addFault({ match: { report: true }, effect: { emptyBody: true } });
    expect(await send(fake, `GET ${path}`)).toMatchObject({ answer: { status: 200, body: Buffer.alloc(0) } });
    expect(account.faults().notFired).toEqual([1]);
    expect(await send(fake, 'POST /api/', login)).toMatchObject({ answer: { status: 503 } });
  });

  it('can bring its own fault', async () => {
    const { fake, path } = await withReport();
    await using _ = fake;
    const get = async (fault: string) => {
      const response = await fetch(fake.url + path, { headers: { 'erply-mock-fault': fault } });
      return [response.status, await response.text()];
    };
    expect(await get('{"httpStatus":503,"body":"down"}')).toEqual([503, 'down']);
    expect(await get('{"errorCode":1002}')).toEqual([
      400,
      '{"error":"errorCode cannot happen to the download of a report link"}',
    ]);
  });
});
