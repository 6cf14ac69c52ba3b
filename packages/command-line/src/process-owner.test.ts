import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from 'vitest';

import { hasEnded, ownProcess } from './process-owner.ts';

const isLinux = process.platform === 'linux';
const [machine, , began] = ownProcess().split('-');

/** A process that runs until it is killed. */
async function otherProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  return child;
}

test('this process has not ended', () => {
  expect(ownProcess()).toMatch(/^[\da-f]{12}-\d+-\d+$/);
  expect(hasEnded(ownProcess())).toBe(false);
});

test('another process has ended when it was killed, and not before', async () => {
  using child = await otherProcess();
  const owner = `${machine}-${child.pid}-0`;
  expect(hasEnded(owner)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(hasEnded(owner)).toBe(true);
});

test.skipIf(!isLinux)('a process that got the ID of an earlier one is another one', () => {
  expect(hasEnded(`${machine}-${process.pid}-${Number(began) - 1}`)).toBe(true);
});

test.each([
  ['of another machine', `0123456789ab-${process.pid}-${began}`],
  ['that does not call itself so', 'a1b2c3d4-0000-4000-8000-0123456789ab'],
  ['of which nothing is known', ''],
])('nobody can say of a process %s', (_, owner) => {
  expect(hasEnded(owner)).toBeUndefined();
});
