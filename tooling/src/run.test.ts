import { expect, test } from 'vitest';

import { run, runForJson, runOrThrow } from './run.ts';

const node = (program: string) => [process.execPath, '-e', program];
const both = node("process.stderr.write('note\\n'); console.log('{\"a\":1}')");

test('keeps stdout apart from all that a command writes', async () => {
  const result = await run(both);
  expect(result).toMatchObject({ code: 0, stdout: '{"a":1}\n' });
  expect(result.output.split('\n').toSorted()).toEqual(['', 'note', '{"a":1}']);
  expect(await runForJson(both)).toEqual({ a: 1 });
});

test('a command that cannot start counts as code 127', async () => {
  expect(await run(['no-such-command-of-ours'])).toMatchObject({
    code: 127,
    output: expect.stringContaining('no-such-command-of-ours'),
  });
});

test('a failure throws with the name of the command and what it wrote', async () => {
  await expect(runOrThrow(node("console.error('full disk'); process.exit(3)"))).rejects.toThrow(
    /ended with code 3\nfull disk$/,
  );
});

test('a command that takes too long is ended', async () => {
  const endless = node('setInterval(() => {}, 1000)');
  expect(await run(endless, { timeoutMs: 50 })).toMatchObject({ code: 1, output: '\nended by SIGKILL' });
});
