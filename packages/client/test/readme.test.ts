import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { type ClientOptions, createClient, isErplyError } from '../src/index.ts';
import { openErply } from './open-erply.ts';

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;

/** Runs the first program of a page against a fake Erply; what it prints. */
async function runProgram(page: string, change: Partial<ClientOptions> = {}): Promise<unknown[][]> {
  await using here = await openErply({ mock: { products: 30 } });
  const readme = await readFile(new URL(page, import.meta.url), 'utf8');
  const program = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const printed: unknown[][] = [];
  const console = {
    log: (...words: unknown[]) => printed.push(words),
    error: (...words: unknown[]) => printed.push(words),
  };
  const open = (options: ClientOptions) =>
    createClient({ ...options, username: 'demo', password: 'demouser', url: here.erply.url, ...change });
  const body = program.replace(/^import .*$/m, '');
  await new AsyncFunction('createClient', 'isErplyError', 'console', body)(open, isErplyError, console);
  expect(program.trim().split('\n').length).toBeLessThanOrEqual(20);
  return printed;
}

it('has a program that works', async () => {
  const printed = await runProgram('../README.md');
  expect(printed.length).toBeGreaterThan(10);
  expect(printed[0]).toEqual([1, expect.any(String), expect.any(Number)]);
  expect(printed.at(-1)).toEqual([1.1, 'units of the hourly quota']);
});

it('has a program that says in one sentence why it does not work', async () => {
  expect(await runProgram('../README.md', { password: 'wrong' })).toEqual([
    [expect.stringMatching(/^verifyUser: .* \(1051\)\.$/)],
  ]);
});

it('works on the front page of the repository, and shows prices', async () => {
  const printed = await runProgram('../../../README.md');
  expect(printed.length).toBeGreaterThan(10);
  for (const line of printed) expect(line).toEqual([expect.stringMatching(/./), expect.any(Number)]);
});

it('works on the page of the client, and shows something with every verb', async () => {
  const printed = await runProgram('../../../docs/client.md');
  const [pages, ...rows] = printed.slice(0, -1);
  expect(pages).toEqual([30, undefined]);
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toEqual([expect.any(Number), expect.any(Number)]);
  const [found, total, few, usage] = printed.at(-1) ?? [];
  expect([found, total]).toEqual([2, 2]);
  expect(few).toBeGreaterThan(10);
  expect(usage).toMatchObject({ logins: 1 });
});
