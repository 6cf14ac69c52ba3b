import { Agent, fetch, interceptors } from 'undici';
import { expect, test } from 'vitest';

import { rowsTo, startScriptedServer } from './scripted-server.ts';

test('a cache that keeps to RFC 9111 asks each time, and downloads only what has changed', async () => {
  await using server = await startScriptedServer();
  await using resources = new AsyncDisposableStack();
  const agent = resources.adopt(new Agent(), (one) => one.close());
  const statuses: number[] = [];
  // Beneath the cache: what really goes over the wire.
  const cached = agent
    .compose(
      (dispatch) => (options, handler) =>
        dispatch(options, {
          ...{
            onRequestStart: (...args) => handler.onRequestStart?.(...args),
            onResponseData: (...args) => handler.onResponseData?.(...args),
            onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
            onResponseError: (...args) => handler.onResponseError?.(...args),
          },
          onResponseStart(controller, status, headers, message) {
            statuses.push(status);
            handler.onResponseStart?.(controller, status, headers, message);
          },
        }),
    )
    .compose(interceptors.cache());
  const read = async () => await (await fetch(`${server.url}/stock.csv`, { dispatcher: cached })).text();
  await server.read(rowsTo(3));
  const first = await read();
  expect(await read()).toBe(first);
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(3, () => 1));
  const changed = await read();
  expect(changed).not.toBe(first);
  expect(await read()).toBe(changed);
  expect(statuses).toEqual([200, 304, 200, 304]);
});
