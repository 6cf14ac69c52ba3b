import { expect, it } from 'vitest';

import { createHeartbeat, readHeartbeatUrl } from './heartbeat.ts';

const secret = 'https://hc-ping.com/0f7c-secret';

/** Beats once; `answers` are HTTP statuses, and errors for what fails. */
async function beat(went: 'well' | 'wrong', answers: readonly (number | Error)[], url = secret) {
  const asked: string[] = [];
  const notes: string[] = [];
  const sleeps: number[] = [];
  const fetch = async (address: URL | Request | string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${address}`);
    const answer = answers[asked.length - 1] ?? 200;
    if (answer instanceof Error) throw answer;
    return new Response(null, { status: answer });
  };
  const heartbeat = createHeartbeat({
    ...{ url: new URL(url), fetch, signal: new AbortController().signal },
    note: (line) => notes.push(line),
    sleep: async (ms) => sleeps.push(ms),
  });
  await heartbeat(went);
  expect(notes.join()).not.toContain('secret');
  return { asked, notes, sleeps };
}

it('gets the address when a run went well', async () => {
  expect(await beat('well', [200])).toEqual({ asked: [`GET ${secret}`], notes: [], sleeps: [] });
});

it.each([
  [secret, `${secret}/fail`],
  ['https://own.example/ping/abc-secret?rid=1', 'https://own.example/ping/abc-secret/fail?rid=1'],
])('says to %s when one went wrong', async (url, failing) => {
  expect((await beat('wrong', [200], url)).asked).toEqual([`GET ${failing}`]);
});

it('leaves other monitors to notice the silence', async () => {
  const { asked } = await beat('wrong', [], 'https://kuma.example/api/push/secret?status=up');
  expect(asked).toEqual([]);
});

it('tries three times where that may help, and then says so without the address', async () => {
  const gone = new TypeError(`cannot fetch ${secret}`);
  expect(await beat('well', [500, gone, 200])).toMatchObject({ notes: [], sleeps: [1000, 2000] });
  const { asked, notes } = await beat('well', [503, 429, gone, 200]);
  expect(asked).toHaveLength(3);
  expect(notes).toEqual(['the monitor did not take the heartbeat: it cannot be reached']);
});

it('does not repeat what is refused', async () => {
  const { asked, notes } = await beat('well', [404]);
  expect(asked).toHaveLength(1);
  expect(notes).toEqual(['the monitor did not take the heartbeat: it answers with HTTP 404']);
});

it.each(['secret', 'ftp://a/secret', ''])('%j is not an address, and is not said', (text) =>
  expect(() => readHeartbeatUrl('--heartbeat', text)).toThrow(/^--heartbeat takes an http or https address$/),
);
