import { join } from 'node:path';

import parsePrometheus from 'parse-prometheus-text-format';
import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { machine } from '../src/outside.ts';
import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const start = Date.parse('2026-03-02T10:00:00Z');

async function openShop() {
  const erply = await startMock({ products: 120, warehouses: 2, now: start / 1000, frozen: true });
  const folder = temporaryFolder();
  const env = {
    ...environment(erply.url),
    ERPLY_PASSWORD: 'demouser',
    DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}`,
  };
  return {
    account: erply.account('100001'),
    env,
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

type Answers = Record<string, { readonly status: number; readonly body: string; readonly headers: Headers }>;

/** Watches a shop until its second pause, and asks the server in each of them. */
async function ask(args: readonly string[], requests: Record<string, RequestInit & { path: string }>) {
  await using shop = await openShop();
  const stop = new AbortController();
  let nowMs = start;
  const answers: Answers = {};
  let stderr = '';
  const sleep = async () => {
    nowMs += 3_600_000;
    const [, url = ''] = /"address":"([^"]+)"/.exec(stderr) ?? [];
    for (const [name, { path, ...init }] of Object.entries(requests)) {
      const answer = await fetch(url + path, init);
      answers[name] = { status: answer.status, body: await answer.text(), headers: answer.headers };
    }
    stop.abort('SIGTERM');
  };
  const result = await runMain(['watch', '--json', '--listen', '127.0.0.1:0', ...args], shop.env, {
    signal: stop.signal,
    now: () => nowMs,
    outside: { ...machine, sleep },
    onStderr: (text) => {
      stderr += text;
    },
  });
  return { ...result, answers };
}

test('says how fresh the copy is, to people, Prometheus and probes', async () => {
  const evil = { host: 'evil.example' };
  const { answers, exitCode } = await ask(['--max-age', '2h'], {
    health: { path: '/healthz' },
    metrics: { path: '/metrics' },
    page: { path: '/' },
    write: { path: '/', method: 'POST' },
    page2: { path: '/', headers: { origin: 'http://evil.example' } },
    health2: { path: '/healthz', headers: { origin: 'http://evil.example', ...evil } },
  });
  expect(exitCode).toBe(0);
  const { health, metrics, page, write, page2, health2 } = answers;
  expect(health?.status).toBe(200);
  expect(JSON.parse(health?.body ?? '')).toMatchObject({
    status: 'fresh',
    lanes: expect.arrayContaining([{ lane: 'products', state: 'fresh', lagSeconds: expect.any(Number) }]),
  });
  const families = parsePrometheus(metrics?.body ?? '');
  const valueIn = (name: string, lane?: string) =>
    families
      .find((family) => family.name === `erply_importer_${name}`)
      ?.metrics.find(({ labels }) => labels?.lane === lane)?.value;
  expect(Number(valueIn('lane_rows', 'products'))).toBe(120);
  expect(Number(valueIn('lane_lag_seconds', 'products'))).toBeGreaterThan(3600);
  expect(Number(valueIn('lane_fresh', 'products'))).toBe(1);
  expect(Number(valueIn('requests_total'))).toBeGreaterThan(5);
  for (const { name, type } of families) {
    if (type === 'COUNTER') expect(name).toMatch(/_total$/);
    expect(name).toMatch(/^erply_importer_[a-z_]+$/);
  }
  expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page?.body).toMatch(/<td>products<td class="good">fresh<td>1 h 1 min<td>120</);
  expect(page?.body).not.toContain('<script');
  expect([write?.status, page2?.status, health2?.status]).toEqual([404, 403, 200]);
  expect(health2?.body).toBe('{"status":"fresh"}');
});

test('is 503 when a lane is older than --max-age', async () => {
  const { answers } = await ask(['--max-age', '30m'], { health: { path: '/healthz' } });
  expect(answers.health?.status).toBe(503);
  expect(JSON.parse(answers.health?.body ?? '').lanes[0]).toMatchObject({ state: 'late' });
});

test.each([
  [
    ['--listen', '0.0.0.0:0'],
    'off loopback the server needs --listen-token-file or LISTEN_TOKEN; or --public',
  ],
  [['--listen', 'nowhere'], '--listen takes HOST:PORT or PORT'],
  [['--public'], '--public is about --listen'],
  [['--every', '5'], '--every takes a span of time'],
  [['--every', '1s'], '--every is 10s or more'],
  [['--log', 'xml'], '--log takes text, json'],
  [['--full'], 'watch has no option --full'],
])('%j is refused in one line', async (args, message) => {
  await using shop = await openShop();
  const { exitCode, stderr } = await runMain(['watch', ...args], shop.env);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('status --max-age has an exit code for monitors', async () => {
  await using shop = await openShop();
  const status = (now: number, ...args: string[]) =>
    runMain(['status', '--max-age', '15m', ...args], shop.env, { now: () => now });
  await runMain(['run', '--lanes', 'warehouses,products'], shop.env, { now: () => start });
  expect(await status(start + 60_000)).toMatchObject({ exitCode: 0 });
  const late = await status(start + 900_000);
  expect(late.exitCode).toBe(3);
  expect(late.stdout).toMatch(/^account 100001: warehouses is 16 min behind, products is 16 min behind$/m);
  const named = await status(start, '--json', '--lanes', 'products,stock');
  expect(named.exitCode).toBe(3);
  expect(JSON.parse(named.stdout)).toMatchObject({
    isFresh: false,
    accounts: [
      {
        freshness: [
          { lane: 'products', state: 'fresh' },
          { lane: 'stock', state: 'never' },
        ],
      },
    ],
  });
  for (let id = 1; id <= 110; id += 1) shop.account.data('products').remove(id);
  shop.account.clock.advance('1m');
  const refused = await runMain(['run', '--lanes', 'products'], shop.env, { now: () => start + 60_000 });
  expect(refused.exitCode).toBe(1);
  expect((await status(start + 120_000, '--lanes', 'products')).stdout).toMatch(/: products is held back/m);
  await runMain(['run', '--lanes', 'products', '--confirm-deletions'], shop.env, {
    now: () => start + 120_000,
  });
  expect((await status(start + 120_000, '--lanes', 'products')).exitCode).toBe(0);
});

test('run calls a monitor, whose address no output has', async () => {
  await using shop = await openShop();
  const asked: string[] = [];
  const fetch = async (url: unknown) => {
    asked.push(String(url));
    return new Response(null, { status: 404 });
  };
  const env = { ...shop.env, HEARTBEAT_URL: 'https://hc-ping.com/very-secret' };
  const run = (...args: string[]) => runMain(['run', ...args], env, { outside: { ...machine, fetch } });
  const well = await run('--lanes', 'warehouses');
  expect(well).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('did not take the heartbeat') });
  shop.account.addFault({ match: { request: 'getWarehouses' }, times: 1, effect: { errorCode: 1060 } });
  expect((await run('--lanes', 'warehouses', '--full')).exitCode).toBe(1);
  expect(asked).toEqual(['https://hc-ping.com/very-secret', 'https://hc-ping.com/very-secret/fail']);
  expect(well.stderr + well.stdout).not.toContain('secret');
});
