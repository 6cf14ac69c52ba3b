import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { canaries, findCanaries, refuseCanaries } from './canaries.ts';
import { run, runOrThrow } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { firstName: _, ...all } = canaries;

it('finds each canary, as it is and in the encodings of URLs, and says its kind alone', () => {
  for (const canary of Object.values(all)) {
    for (const form of [canary, `x${encodeURIComponent(canary)}`, String(new URLSearchParams({ a: canary }))])
      expect(findCanaries(form), form).toHaveLength(1);
    expect(() => refuseCanaries('it', `a ${canary} b`)).toThrow(/^it has the canary's [\w -]+$/);
  }
  for (const other of ['12025550142', '202-555-0142', '29.02.1932', 'QUILLFEATHER-TEST, CANARY'])
    expect(findCanaries(other), other).toHaveLength(1);
  expect(findCanaries(JSON.stringify(all))).toHaveLength(5);
  expect(findCanaries('canary 1932 555 2026-02-29 person@example.test')).toEqual([]);
});

it('fails a test whose program prints one', async () => {
  for (const stream of ['log', 'error']) {
    const print = [process.execPath, '-e', `console.${stream}('to ' + ${JSON.stringify(canaries.email)})`];
    await expect(run(print)).rejects.toThrow(/^the output of .* has the canary's e-mail address$/);
    await expect(runOrThrow(print)).rejects.toThrow("has the canary's e-mail address");
    expect((await run(print, { mayShowCanaries: true })).output).toContain(canaries.email);
  }
});

it('fails a test that leaves a file with the name of one', async () => {
  const folder = await temporaryFolder('canaries');
  await mkdir(join(folder.path, 'a'));
  await writeFile(join(folder.path, 'a', `${canaries.lastName}.csv`), '');
  await expect(folder[Symbol.asyncDispose]()).rejects.toThrow(
    "the name of a file in the temporary folder has the canary's name",
  );
  const next = await temporaryFolder('canaries', { 'b/1932-02-29': '' });
  expect(() => next[Symbol.dispose]()).toThrow("has the canary's birthday");
});
