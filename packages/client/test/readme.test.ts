import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { type ClientOptions, createClient, isErplyError } from '../src/index.ts';
import { openErply } from './open-erply.ts';

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;

/** Runs the program of the README against a fake Erply; what it prints. */
async function runProgram(change: Partial<ClientOptions>): Promise<unknown[][]> {
  await using here = await openErply({ mock: { products: 30 } });
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
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
  const printed = await runProgram({});
  expect(printed.length).toBeGreaterThan(10);
  expect(printed[0]).toEqual([1, expect.any(String), expect.any(Number)]);
  expect(printed.at(-1)).toEqual([1.1, 'units of the hourly quota']);
});

it('has a program that says in one sentence why it does not work', async () => {
  expect(await runProgram({ password: 'wrong' })).toEqual([
    [expect.stringMatching(/^verifyUser: .* \(1051\)\.$/)],
  ]);
});
