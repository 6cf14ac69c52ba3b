import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { AnyCall, TableDefinition } from '@erply-kit/schemas';
import { repository, type TemporaryFolder, temporaryFolder } from '@erply-kit/tooling';

import { paths } from './call-plan.ts';
import { writeCall } from './write-call.ts';

interface Schemas {
  readonly calls: Readonly<Record<string, AnyCall>>;
  readonly tables: Readonly<Record<string, TableDefinition>>;
}

interface Fixtures {
  createShop(options: object): Readonly<Record<string, { readonly size: number; row(id: number): object }>>;
}

let copy: TemporaryFolder;

/** A copy of both packages that imports the libraries from here. */
beforeAll(async () => {
  copy = await temporaryFolder('new-call');
  for (const file of ['package.json', 'fixtures/package.json', 'packages/schemas/package.json'])
    await cp(join(repository, file), join(copy.path, file));
  for (const folder of ['fixtures/src', 'packages/schemas/src'])
    await cp(join(repository, folder), join(copy.path, folder), {
      recursive: true,
      filter: (source) => !/\.(test|test-d)\.ts$|\.csv$/.test(source),
    });
  for (const library of ['big.js', 'zod']) await link(`packages/schemas/node_modules/${library}`);
  await link('fixtures/node_modules/@faker-js');
  await link('fixtures/node_modules/@erply-kit/schemas', join(copy.path, 'packages/schemas'));
});

afterAll(() => copy[Symbol.asyncDispose]());

async function link(path: string, target = join(repository, path)): Promise<void> {
  await mkdir(dirname(join(copy.path, path)), { recursive: true });
  await symlink(target, join(copy.path, path), 'junction');
}

/** Imports a module of the copy, newly written or not. */
const importCopy = (path: string) => import(pathToFileURL(join(copy.path, path)).href);

async function sourcesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(join(copy.path, folder), { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts'));
  const read = (file: string) => readFile(join(copy.path, folder, file), 'utf8');
  return new Map(await Promise.all(sources.map(async (file) => [file, await read(file)] as const)));
}

describe('the first call of a table', () => {
  test('is four files to fill in, and one line in each index', async () => {
    const folders = ['packages/schemas/src', 'fixtures/src'];
    const before = await Promise.all(folders.map(sourcesOf));
    const written = await writeCall(copy.path, 'getHaircuts', {});
    const after = await Promise.all(folders.map(sourcesOf));

    const touched = after.flatMap((files, index) =>
      [...files]
        .filter(([file, text]) => before[index]?.get(file) !== text)
        .map(([file]) => `${folders[index]}/${file}`),
    );
    expect(written).toHaveLength(4);
    expect(touched.sort()).toEqual([...written, paths.callIndex, paths.tableIndex, paths.rowIndex].sort());
  });

  test('works before it is filled in: a call, a table, and a row in the demo shop', async () => {
    const { calls, tables }: Schemas = await importCopy('packages/schemas/src/index.ts');
    const { createShop }: Fixtures = await importCopy('fixtures/src/index.ts');
    const { getHaircuts } = calls;
    const { haircuts } = tables;
    const rowsOf = (dataset: string) => createShop({ dataset }).haircuts;

    expect(getHaircuts?.table).toBe(haircuts);
    expect(haircuts?.key).toBe('haircutID');
    expect(rowsOf('demo')?.row(1)).toEqual({ haircutID: 1 });
    expect([rowsOf('nasty')?.size, rowsOf('empty')?.size]).toEqual([0, 0]);
  });

  test('leaves one file to the next call of the table', async () => {
    expect(await writeCall(copy.path, 'saveHaircut', {})).toEqual([
      `${paths.calls}/haircuts/save-haircut.ts`,
    ]);
    await expect(writeCall(copy.path, 'saveHaircut', {})).rejects.toThrow('saveHaircut is there already');
  });
});
