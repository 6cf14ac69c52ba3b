import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { startMeddlingProxy } from './meddling-proxy.ts';
import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;
const cli = join(import.meta.dirname, '..', TESTED_COMMAND);
const lean = ['run', '--out', '.', '--rows', 'stocked', '--no-identifiers'];

/** One shop and one feed of it for all: the runs in each test change neither. */
const shared = new AsyncDisposableStack();
afterAll(() => shared.disposeAsync());
const erply = shared.use(await startMock({ seed: 1, port: 0, products: 10_000 }));
const feed = shared.use(await temporaryFolder());

const first = await runMain({ args: lean.join(' '), cwd: feed.path, env: environmentOf(erply.url) });

/** Starts the real program over a feed that is there, and lets it get a third of the way. */
async function feedUnderWay() {
  const resources = new AsyncDisposableStack();
  const proxy = resources.use(await startMeddlingProxy(erply.url, { file: 'stalled' }));
  const folder = resources.use(await temporaryFolder());
  expect(first.exitCode).toBe(0);
  await cp(feed.path, folder.path, { recursive: true });
  const before = await contents(folder.path);
  const env = { ...process.env, ...environmentOf(proxy.url) };
  const child = spawn(process.execPath, [cli, ...lean], { cwd: folder.path, env, stdio: 'pipe' });
  await proxy.underWay;
  await findTemporaryFile(folder.path);
  return { child, folder: folder.path, before, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

/** How often the folder is looked at, and for how long at most: a process gives no sign of what it has written. */
const pollMs = 20;
const maxPolls = 6000;

/** Waits until rows of the new feed are on the disk. */
async function findTemporaryFile(folder: string): Promise<void> {
  for (let polls = 0; polls < maxPolls; polls += 1) {
    for (const name of await readdir(folder)) {
      if (name.endsWith('.tmp') && (await readFile(join(folder, name))).length > 0) return;
    }
    await setTimeout(pollMs);
  }
  throw new Error('no row of the new feed came to the disk');
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the program with its code and leaves the folder as it was', async (signal, code) => {
  await using run = await feedUnderWay();
  run.child.kill(signal);
  const end = await endOf(run.child);
  expect(end.code).toBe(code);
  expect(end.stderr).toContain('stock-feed: interrupted; the files are as they were\n');
  expect(await contents(run.folder)).toEqual(run.before);
  expect((await readdir(run.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
