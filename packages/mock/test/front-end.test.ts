import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';

import { describe, expect, it } from 'vitest';

import { startMock } from '../src/index.ts';
import { frozenMock, post, start } from './ask.ts';

const request = { clientCode: '1', request: 'getServiceEndpoints' };

describe('the front end, when it limits', () => {
  it('lets 150 requests in 30 seconds in, then none for 10 seconds, and none of it costs quota', async () => {
    const mock = frozenMock({ rateLimit: true });
    const status = async () => (await post(mock, request)).status;
    for (let count = 1; count <= 150; count += 1) expect(await status()).toBe(200);
    expect(await status()).toBe(429);
    mock.clock.advance(9);
    expect(await status()).toBe(429);
    mock.clock.advance(21);
    expect(await status()).toBe(200);
  });

  it('answers without an envelope', async () => {
    const mock = frozenMock({ rateLimit: true });
    for (let count = 1; count <= 150; count += 1) await post(mock, request);
    const refused = await post(mock, request);
    expect(refused.headers.get('content-type')).toBe('text/html');
    expect(await refused.text()).toContain('429');
    const inJson = frozenMock({ rateLimit: true, set: { tooManyBody: 'json' } });
    for (let count = 1; count <= 150; count += 1) await post(inJson, request);
    const refusedInJson = await post(inJson, request);
    expect(refusedInJson.status).toBe(429);
    expect(await refusedInJson.json()).toEqual({ error: 'Too Many Requests' });
  });

  it('lets 10 requests in at once', async () => {
    await using erply = await startMock({ rateLimit: true, now: start, frozen: true });
    // A request whose body has not ended is under way.
    const requests = Array.from({ length: 11 }, () => {
      const sent = httpRequest(`${erply.url}/api/?clientCode=1&request=getServiceEndpoints`, {
        method: 'POST',
      });
      sent.flushHeaders();
      return sent;
    });
    const statuses = requests.map(async (sent) => {
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    });
    expect(await Promise.race(statuses)).toBe(429);
    for (const sent of requests) sent.end();
    expect((await Promise.all(statuses)).sort()).toEqual([...Array(10).fill(200), 429]);
  });

  it('does not when it is off', async () => {
    const mock = frozenMock();
    for (let count = 1; count <= 200; count += 1) expect((await post(mock, request)).status).toBe(200);
  });
});
