import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { repository } from '@erply-kit/tooling';

import { pushTo } from './push-to.ts';
import { serverTime } from './scripted-source.ts';
import { testSecret } from './stock-receiver.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the receiver of docs/stock-feed.md takes what push sends, and nothing that is signed by others', async () => {
  await using folder = await temporaryFolder();
  const page = await readFile(join(repository, 'docs/stock-feed.md'), 'utf8');
  const [program = ''] = [...page.matchAll(/^```ts\n(.*?)^```$/gms)]
    .map(([, code = '']) => code)
    .filter((code) => code.includes('webhook-signature'));
  expect(program.split('\n').length).toBeLessThan(50);
  // So that the test can look into it.
  const file = join(folder.path, 'receiver.ts');
  await writeFile(file, `${program}process.on('SIGTERM', () => console.log(JSON.stringify([...stock])));\n`);
  const env = { ...process.env, STOCK_SECRET: testSecret, PORT: '0' };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = child.stdout.setEncoding('utf8');
  const [address] = await once(lines, 'data');
  const url = `http://127.0.0.1:${JSON.parse(address).port}/`;
  const shop = {
    stock: {
      1: [
        [1, 5],
        [2, 3],
      ] as const,
    },
  };
  await pushTo({ folder: folder.path, url, shop });
  const moved = {
    stock: {
      1: [
        [1, 4],
        [2, 3],
      ] as const,
    },
    now: serverTime + 60,
  };
  expect(await pushTo({ folder: folder.path, url, shop: moved })).toMatchObject({ sent: 1 });
  const other = {
    stock: {
      1: [
        [1, 1],
        [2, 1],
      ] as const,
    },
    now: serverTime + 120,
  };
  const secrets = `whsec_${Buffer.alloc(32).toString('base64')}`;
  await expect(pushTo({ folder: folder.path, url, shop: other, secrets })).rejects.toThrow('answered 401');
  const old = () => Date.now() - 600_000;
  await expect(pushTo({ folder: folder.path, url, shop: other, now: old })).rejects.toThrow('answered 401');
  child.kill('SIGTERM');
  const [kept] = await once(lines, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(
    JSON.parse(kept).map(([key, { available }]: [string, { available: number }]) => [key, available]),
  ).toEqual([
    ['1 1', 4],
    ['2 1', 3],
  ]);
});
