import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test } from 'vitest';

import { rowsTo, startScriptedServer } from './scripted-server.ts';

interface Event {
  readonly event?: string;
  readonly id?: string;
  readonly data: any;
}

/** Reads server-sent events by the grammar of the standard, as far as this server uses it. */
async function listen(url: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function nextBlock(): Promise<string | undefined> {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += value;
    }
    const end = text.indexOf('\n\n');
    const block = text.slice(0, end);
    text = text.slice(end + 2);
    return block;
  }
  return {
    response,
    nextBlock,
    async next(): Promise<Event | undefined> {
      const block = await nextBlock();
      if (block === undefined) return undefined;
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
      return { ...fields, data: JSON.parse(fields.data) };
    },
    leave: () => stop.abort(),
  };
}

test('every listener gets what changes, each row once, with the watermark as its ID', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(3));
  const listeners = await Promise.all([1, 2, 3].map(() => listen(`${server.url}/events`)));
  for (const one of listeners) {
    expect(one.response.headers.get('content-type')).toBe('text/event-stream');
    expect(await one.next()).toMatchObject({ event: 'ready', id: '1700000000000' });
  }
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(2, (productID) => (productID === 1 ? 4 : 5)));
  for (const one of listeners) {
    const { event, id, data } = (await one.next())!;
    expect([event, id, data.from, data.to]).toEqual([
      'changes',
      '1700000060000',
      1700000000000,
      1700000060000,
    ]);
    expect(data.rows).toEqual([
      { productID: 1, warehouseID: 1, available: 4, code: 'P1', code2: '' },
      { productID: 1, warehouseID: 2, available: 4, code: 'P1', code2: '' },
      { productID: 3, warehouseID: 1, available: 0, removed: true },
      { productID: 3, warehouseID: 2, available: 0, removed: true },
    ]);
    one.leave();
  }
});

test('who comes back with the ID of the last event gets what was missed', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(2));
  for (const available of [4, 3]) {
    server.clock.nowMs += 60_000;
    await server.read(rowsTo(2, (productID) => (productID === 1 ? available : 5)));
  }
  const again = await listen(`${server.url}/events`, { 'last-event-id': '1700000000000' });
  const { id, data } = (await again.next())!;
  expect([id, data.rows.map((row: { available: number }) => row.available)]).toEqual([
    '1700000120000',
    [3, 3],
  ]);
  again.leave();
  const since = await listen(`${server.url}/events?changedSince=1700000060000`);
  expect((await since.next())?.data).toMatchObject({ from: 1700000060000, rows: [{ available: 3 }, {}] });
  since.leave();
});

test.each(['1600000000000', '1700000000001', 'x', '-1'])(
  'Last-Event-ID %s is answered with reset',
  async (id) => {
    await using server = await startScriptedServer();
    await server.read(rowsTo(2));
    const again = await listen(`${server.url}/events`, { 'last-event-id': id });
    expect(await again.next()).toMatchObject({ event: 'reset', id: '1700000000000' });
    again.leave();
  },
);

test('changes of many rows come in parts, of which only the last one has the ID', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(600));
  const one = await listen(`${server.url}/events`);
  await one.next();
  server.clock.nowMs += 60_000;
  await server.read(rowsTo(600, () => 1));
  const parts = [await one.next(), await one.next(), await one.next()];
  expect(parts.map((part) => [part?.data.rows.length, part?.id])).toEqual([
    [500, undefined],
    [500, undefined],
    [200, '1700000060000'],
  ]);
  one.leave();
});

test('a silent feed is kept open by a line from time to time', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(1));
  const one = await listen(`${server.url}/events`);
  await one.next();
  const [heartbeat] = server.timers;
  expect(heartbeat?.milliseconds).toBe(15_000);
  heartbeat?.task();
  expect(await one.nextBlock()).toBe(': still here');
  one.leave();
});

test('more listeners than there is room for are turned away, until one leaves', async () => {
  await using server = await startScriptedServer({ limits: { listeners: 2 } });
  await server.read(rowsTo(1));
  const listeners = [await listen(`${server.url}/events`), await listen(`${server.url}/events`)];
  for (const one of listeners) await one.next();
  const third = await server.get('/events');
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '60']);
  listeners[0]?.leave();
  let status = 503;
  for (let tries = 0; status === 503 && tries < 1000; tries++) {
    const again = await listen(`${server.url}/events`);
    status = again.response.status;
    again.leave();
  }
  expect(status).toBe(200);
});

test('a listener who does not read is cut off, and the others go on', async () => {
  await using server = await startScriptedServer({ limits: { bufferedBytes: 64 * 1024 } });
  await server.read(rowsTo(2000));
  const good = await listen(`${server.url}/events`);
  await good.next();
  const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
  slow.write('GET /events HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(slow, 'readable');
  const closed = once(slow, 'close');
  slow.on('error', () => undefined);
  let rounds = 0;
  // What the system holds for a socket comes on top of the bound: some megabytes.
  for (; rounds < 200; rounds++) {
    server.clock.nowMs += 60_000;
    await server.read(rowsTo(2000, () => rounds));
    let event = await good.next();
    while (event && event.id === undefined) event = await good.next();
    expect(event?.id).toBe(String(server.clock.nowMs));
    if (await isCutOff(server)) break;
  }
  expect(rounds).toBeLessThan(200);
  // Only now does it read: it finds the end of its connection.
  slow.resume();
  await closed;
  good.leave();
});

/** The page counts who listens. */
async function isCutOff(server: Awaited<ReturnType<typeof startScriptedServer>>) {
  const page = await (await server.get('/')).text();
  return page.includes('Listeners to events</th><td>1</td>');
}

test('at the end listeners are told, and what is under way is answered', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(6000));
  const one = await listen(`${server.url}/events`);
  await one.next();
  const answer = await server.get('/stock.csv');
  await server.stop();
  expect(await one.nextBlock()).toBeUndefined();
  expect((await answer.text()).split('\n')).toHaveLength(12_002);
  await expect(fetch(server.url)).rejects.toThrow();
});

test('a reader that never ends does not keep the server from ending', async () => {
  await using server = await startScriptedServer();
  await server.read(rowsTo(50_000));
  const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write('GET /stock.csv HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await once(slow, 'readable');
  // With the grace over.
  await server[Symbol.asyncDispose]();
  slow.destroy();
});
