import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { repository, run, runOrThrow, type TemporaryFolder, temporaryFolder } from '@erply-kit/tooling';

const page = await readFile(join(repository, 'docs/extend.md'), 'utf8');

/** The example of the page that begins with the name of this file, or is of it. */
function exampleFor(file: string): string {
  const block = page
    .split('```')
    .find((text) => text.startsWith(`ts ${file}\n`) || text.split('\n')[1] === `// ${file}`);
  if (block === undefined) throw new Error(`docs/extend.md has no example for ${file}`);
  return block.split('\n').slice(1).join('\n');
}

/** An app as somebody has cloned it, with the packages of this repository. */
async function copyApp(
  app: string,
): Promise<TemporaryFolder & { edit(file: string, change: Change): Promise<void> }> {
  const folder = await temporaryFolder('extend');
  await cp(join(repository, 'tsconfig.base.json'), join(folder.path, 'tsconfig.base.json'));
  for (const name of ['src', 'test', 'package.json', 'tsconfig.json'])
    await cp(join(repository, 'apps', app, name), join(folder.path, 'apps', app, name), { recursive: true });
  await symlink(
    join(repository, 'apps', app, 'node_modules'),
    join(folder.path, 'apps', app, 'node_modules'),
  );
  await symlink(join(repository, 'node_modules'), join(folder.path, 'node_modules'));
  return {
    ...folder,
    async edit(file, change) {
      const path = join(folder.path, file);
      await writeFile(path, change(await readFile(path, 'utf8')));
    },
  };
}

type Change = (text: string) => string;

/** Puts text before a part that must be there. */
const before =
  (part: string, text: string): Change =>
  (source) => {
    expect(source).toContain(part);
    return source.replace(part, `${text}${part}`);
  };

const compile = (folder: string, app: string) =>
  run([join(repository, 'node_modules/.bin/tsc'), '-p', `apps/${app}/tsconfig.json`], { cwd: folder });

const environmentOf = (url: string) => ({
  ERPLY_CLIENT_CODE: '100001',
  ERPLY_USERNAME: 'demo',
  ERPLY_PASSWORD: 'demouser',
  ERPLY_API_URL: url,
});

test('a format is one file and two lines', async () => {
  await using folder = await copyApp('stock-feed');
  await using erply = await startMock({ products: 20, warehouses: 2 });
  const file = 'apps/stock-feed/src/formats/tsv.ts';
  await writeFile(join(folder.path, file), exampleFor(file));
  const list = 'apps/stock-feed/src/formats/formats.ts';
  await folder.edit(list, before('import { woocommerce', "import { tsv } from './tsv.ts';\n"));
  await folder.edit(list, before('  xml,\n', '  tsv,\n'));
  expect(await compile(folder.path, 'stock-feed')).toMatchObject({ code: 0, output: '' });
  const feed = () =>
    runOrThrow([process.execPath, 'apps/stock-feed/src/cli.ts', 'run', '--out', 'out', '--format', 'tsv'], {
      cwd: folder.path,
      env: environmentOf(erply.url),
    });
  await feed();
  const text = await readFile(join(folder.path, 'out/stock.tsv'), 'utf8');
  expect(text).toMatch(/^(\d+\t\d+\t-?[\d.]+\n)+$/);
  // The second run reads the first one's feed back.
  await feed();
  expect(await readFile(join(folder.path, 'out/stock.tsv'), 'utf8')).toBe(text);
});

test('a column is one line: databases that are there get it, filled from their records', async () => {
  await using folder = await copyApp('importer');
  await using erply = await startMock({ products: 20, warehouses: 2 });
  erply.account('100001').data('products').update(7, { manufacturerName: 'Maker' });
  const importOnce = () =>
    runOrThrow([process.execPath, 'apps/importer/src/cli.ts', 'run', '--database', 'sqlite:erply.db'], {
      cwd: folder.path,
      env: environmentOf(erply.url),
    });
  await importOnce();
  const table = 'apps/importer/src/tables/products.ts';
  const line = exampleFor(table);
  expect(line.trim().split('\n')).toHaveLength(2);
  await folder.edit(table, before('    price: decimal', line.slice(line.indexOf('\n') + 1)));
  expect(await compile(folder.path, 'importer')).toMatchObject({ code: 0, output: '' });
  await importOnce();
  using database = new DatabaseSync(join(folder.path, 'erply.db'), { readOnly: true });
  const rows = database.prepare('SELECT manufacturer FROM products WHERE id = 7').all();
  expect(rows.map((row) => ({ ...row }))).toEqual([{ manufacturer: 'Maker' }]);
});

test('a sink in front of another announces rows before they are written', async () => {
  await using folder = await temporaryFolder('extend', {
    'announcing-sink.ts': exampleFor('announcing-sink.ts'),
  });
  const { announcingSink } = await import(join(folder.path, 'announcing-sink.ts'));
  const done: string[] = [];
  const sink = announcingSink(
    { atomic: true, commit: async () => void done.push('written') },
    async (lane: string, rows: readonly unknown[]) => void done.push(`${lane}: ${rows.length}`),
  );
  await sink.commit({ lane: 'products', rows: [1, 2] });
  await sink.commit({ lane: 'products', rows: [] });
  expect(done).toEqual(['products: 2', 'written', 'written']);
});
