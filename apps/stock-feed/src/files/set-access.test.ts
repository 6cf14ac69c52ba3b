import type { Stats } from 'node:fs';

import { expect, test } from 'vitest';

import { setAccess } from './set-access.ts';

const path = '/srv/feed/stock.csv';

/** A new file of user 1, who may give nothing away. */
function newFile() {
  const file = {
    mode: 0,
    stat: async () => ({ uid: 1, gid: 1 }) as Stats,
    chown: async () => {
      throw new Error('EPERM');
    },
    chmod: async (mode: number) => {
      file.mode = mode;
    },
  };
  return file as typeof file & Parameters<typeof setAccess>[0];
}

const replaced = (mode: number, uid = 2) => ({ mode: 0o100_000 | mode, uid, gid: 1 }) as Stats;

test('a new file is for all to read, one that is replaced keeps its mode', async () => {
  const file = newFile();
  await setAccess(file, path, undefined);
  expect(file.mode).toBe(0o644);
  await setAccess(file, path, replaced(0o600, 1));
  expect(file.mode).toBe(0o600);
});

test('an owner who cannot be kept can still read', async () => {
  const file = newFile();
  await setAccess(file, path, replaced(0o644));
  expect(file.mode).toBe(0o644);
});

test('a replacement that would shut the owner out is refused', async () => {
  await expect(setAccess(newFile(), path, replaced(0o640))).rejects.toThrow(
    `nothing replaced: ${path} belongs to another user or group, and with its mode 640 a new file would shut them out`,
  );
});
