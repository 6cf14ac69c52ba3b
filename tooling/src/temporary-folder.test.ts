import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runOrThrow } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('holds the files that it was given, and is gone after use', async () => {
  const paths: string[] = [];
  {
    await using folder = await temporaryFolder('test', { 'a/b.txt': 'text' });
    expect(readFileSync(join(folder.path, 'a/b.txt'), 'utf8')).toBe('text');
    using other = await temporaryFolder('test');
    paths.push(folder.path, other.path);
  }
  expect(paths.filter(existsSync)).toEqual([]);
});

test('is gone when the process exits before that', async () => {
  const source = JSON.stringify(new URL('temporary-folder.ts', import.meta.url).href);
  const program = `const { temporaryFolder } = await import(${source});
    await temporaryFolder('test'); console.log((await temporaryFolder('test')).path); process.exit(0);`;
  const path = (await runOrThrow([process.execPath, '--input-type=module', '-e', program])).trim();
  expect(path).toContain('erply-kit-test-');
  expect(existsSync(path)).toBe(false);
});
