import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const erply = await startMock({ seed: 1, port: 0, products: 20 });
afterAll(() => erply.close());

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** A folder, and runs of the program in it. */
async function openFolder() {
  const folder = await temporaryFolder();
  const at = (...names: string[]) => join(folder.path, ...names);
  return {
    at,
    run: (args: string) => runMain({ args: `run ${args}`, cwd: folder.path, env: environmentOf(erply.url) }),
    text: (...names: string[]) => readFile(at(...names), 'utf8'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

const feedHead = '"productID","warehouseID","available","code","code2"\n1,1,';

test.skipIf(isWindows)(
  'a link stays a link: the file that it leads to is replaced, and the manifest alike',
  async () => {
    await using here = await openFolder();
    await mkdir(here.at('real'));
    await mkdir(here.at('links'));
    // A chain of two, relative ones, over folders.
    await symlink('links/second.csv', here.at('stock.csv'));
    await symlink('../real/shop.csv', here.at('links', 'second.csv'));
    await symlink('real/shop.manifest.json', here.at('stock.manifest.json'));
    // The first run finds links to files that are not there yet.
    for (let run = 0; run < 2; run++)
      expect(await here.run('--out stock.csv')).toMatchObject({ exitCode: 0 });
    expect(await readlink(here.at('stock.csv'))).toBe('links/second.csv');
    expect(await readlink(here.at('links', 'second.csv'))).toBe('../real/shop.csv');
    expect(await readlink(here.at('stock.manifest.json'))).toBe('real/shop.manifest.json');
    expect(await here.text('real', 'shop.csv')).toContain(feedHead);
    expect(JSON.parse(await here.text('real', 'shop.manifest.json'))).toMatchObject({ clientCode: '100001' });
    expect((await lstat(here.at('real', 'shop.csv'))).isFile()).toBe(true);
    expect((await readdir(here.at('real'))).sort()).toEqual(['shop.csv', 'shop.manifest.json']);
    expect((await readdir(here.at('links'))).sort()).toEqual(['second.csv']);
  },
);

test.skipIf(isWindows)('a link to a folder gets its files in that folder', async () => {
  await using here = await openFolder();
  await mkdir(here.at('real'));
  await symlink('real', here.at('feed'));
  expect(await here.run('--out feed')).toMatchObject({ exitCode: 0 });
  expect((await readdir(here.at('real'))).sort()).toEqual(['manifest.json', 'stock.csv', 'stock.ndjson']);
  expect(await readlink(here.at('feed'))).toBe('real');
});

test.skipIf(isWindows)(
  'a hard link keeps the file that it names: whoever keeps old feeds so, keeps them',
  async () => {
    await using here = await openFolder();
    await here.run('--out stock.csv');
    await link(here.at('stock.csv'), here.at('yesterday'));
    const before = await here.text('yesterday');
    erply.account('100001').stockMovements.insert({ productID: 1, warehouseID: 1, amount: 1000 });
    expect(await here.run('--out stock.csv')).toMatchObject({ exitCode: 0 });
    expect(await here.text('yesterday')).toBe(before);
    expect(await here.text('stock.csv')).not.toBe(before);
  },
);

test.skipIf(isWindows)('a file that is replaced keeps its mode', async () => {
  await using here = await openFolder();
  await here.run('--out .');
  await chmod(here.at('stock.csv'), 0o640);
  await chmod(here.at('manifest.json'), 0o600);
  await here.run('--out .');
  const modes = await Promise.all(
    ['stock.csv', 'stock.ndjson', 'manifest.json'].map(
      async (name) => (await stat(here.at(name))).mode & 0o777,
    ),
  );
  expect(modes).toEqual([0o640, 0o644, 0o600]);
});

test.skipIf(!isRoot)('a file that is replaced keeps its owner and its group', async () => {
  await using here = await openFolder();
  await here.run('--out stock.csv');
  await chown(here.at('stock.csv'), 12_345, 23_456);
  await here.run('--out stock.csv');
  expect(await stat(here.at('stock.csv'))).toMatchObject({ uid: 12_345, gid: 23_456 });
});

test.skipIf(isWindows).each([
  { name: 'a folder', make: (path: string) => mkdir(path), kind: 'a folder' },
  {
    name: 'a pipe',
    make: async (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]),
    kind: 'a pipe or a socket',
  },
  { name: 'a link to a device', make: (path: string) => symlink('/dev/zero', path), kind: 'a device' },
])('$name is refused before a request is made, as feed and as manifest', async ({ make, kind }) => {
  await using here = await openFolder();
  for (const name of ['stock.csv', 'manifest.json']) {
    const folder = name.slice(0, 5);
    await mkdir(here.at(folder));
    await make(here.at(folder, name));
    const run = await here.run(`--out ${folder}`);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toBe(
      `stock-feed: ${here.at(folder, name)} is ${kind}, not a file: give another --out (see --help)\n`,
    );
    expect(await readdir(here.at(folder))).toEqual([name]);
  }
});

test('a file of another program that has the name of the manifest is not replaced', async () => {
  await using here = await openFolder();
  for (const text of [
    '{"a":1}',
    'notes',
    '',
    '{"generatedAt":"2026-01-01T00:00:00Z","clientCode":"1","warehouses":[{}]}',
  ]) {
    await writeFile(here.at('manifest.json'), text);
    const run = await here.run('--out .');
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.stderr).toContain('manifest.json is not a manifest of this program: move it away');
    expect(await here.text('manifest.json')).toBe(text);
  }
});

test("another account's feed is not replaced", async () => {
  await using here = await openFolder();
  await here.run('--out .');
  const before = await here.text('stock.csv');
  const env = environmentOf(erply.url, '100002');
  const run = await runMain({ args: 'run --out .', cwd: here.at(), env });
  expect(run).toMatchObject({ exitCode: 2 });
  expect(run.stderr).toContain('manifest.json belongs to the feed of account 100001: move that feed away');
  expect(await here.text('stock.csv')).toBe(before);
});

test.skipIf(isWindows)('two outputs that lead to one file are wrong usage', async () => {
  await using here = await openFolder();
  await here.run('--out stock.csv');
  await symlink('stock.csv', here.at('other.csv'));
  const run = await here.run('--out stock.csv --out other.csv');
  expect(run).toMatchObject({ exitCode: 2 });
  expect(run.stderr).toMatch(/stock\.csv and --out \S+other\.csv lead to the same file/);
});

test.skipIf(isWindows)('links that lead in a circle are one line', async () => {
  await using here = await openFolder();
  await symlink('b.csv', here.at('a.csv'));
  await symlink('a.csv', here.at('b.csv'));
  const run = await here.run('--out a.csv');
  expect(run).toMatchObject({ exitCode: 1 });
  expect(run.stderr).toBe(
    `stock-feed: cannot write ${here.at('a.csv')}: its links lead in a circle (ELOOP)\n`,
  );
});

test.skipIf(process.platform !== 'linux')(
  'a folder that the system does not let be made is one line, not a hang',
  async () => {
    await using here = await openFolder();
    const run = await here.run('--out /proc/feed/of/stock');
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.stderr).toBe(
      'stock-feed: cannot write /proc/feed/of/stock/stock.csv: a folder of the path is missing and cannot be made (ENOENT)\n',
    );
  },
);

test.skipIf(isWindows)('a folder that would be below a link to nothing is one line', async () => {
  await using here = await openFolder();
  await symlink('missing', here.at('feed'));
  const run = await here.run('--out feed/deep');
  expect(run).toMatchObject({ exitCode: 1 });
  expect(run.stderr).toContain('a part of the path is a file, or a link to nothing (EEXIST)');
});

test('a file without line ends is refused before it fills the memory', async () => {
  await using here = await openFolder();
  await writeFile(here.at('stock.csv'), 'x'.repeat(3 * 1024 * 1024));
  const run = await here.run('--out stock.csv');
  expect(run).toMatchObject({ exitCode: 1 });
  expect(run.stderr).toContain('is not a feed of this program (a line is too long)');
});
