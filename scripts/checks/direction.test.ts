import { expect, test } from 'vitest';

import { repository, temporaryFolder } from '@erply-kit/tooling';

import { packageRules, programs, publishedPackages } from '../package-rules.ts';
import { directionFaults } from './direction.ts';

const rules = {
  schemas: { folder: 'packages/schemas', may: [], inTests: [] },
  mock: { folder: 'packages/mock', may: ['schemas'], inTests: [], layers: ['store', 'entities'] },
  client: { folder: 'packages/client', may: ['schemas'], inTests: ['mock'] },
  importer: { folder: 'apps/importer', may: ['client'], inTests: ['mock'] },
};

const manifests = {
  'packages/schemas/package.json': '{"exports":{".":"./src/index.ts","./testing":"./src/testing.ts"}}',
  'packages/mock/package.json': '{"exports":{".":"./src/index.ts"}}',
  'packages/client/package.json': '{"exports":{".":"./src/index.ts"}}',
  'apps/importer/package.json': '{}',
};

/** The faults of a small workspace that holds these files. */
async function faultsOf(files: Record<string, string>): Promise<string[]> {
  await using folder = await temporaryFolder('direction', { ...manifests, ...files });
  return await directionFaults(folder.path, rules);
}

test('this repository has no import against the direction', async () => {
  expect(await directionFaults(repository, packageRules)).toEqual([]);
});

test('a package that goes to npm uses only packages that do', () => {
  // Programs have theirs inside.
  const libraries = publishedPackages.filter((name) => !programs.includes(name));
  const used = libraries.flatMap((name) => packageRules[name]?.may ?? []);
  expect(publishedPackages).toEqual(expect.arrayContaining(used));
});

test('an import that goes down is fine', async () => {
  const source = "import { call } from '@erply-kit/schemas';\nimport { x } from './x.ts';";
  expect(await faultsOf({ 'packages/client/src/a.ts': source })).toEqual([]);
});

test.each([
  ['an import', "import { startMock } from '@erply-kit/mock';"],
  ['a type import', "import type { Mock } from '@erply-kit/mock';"],
  ['a re-export', "export { startMock } from '@erply-kit/mock';"],
  ['a star export', "export * from '@erply-kit/mock';"],
  ['a dynamic import', "const mock = await import('@erply-kit/mock');"],
  ['an import() type', "export type Mock = import('@erply-kit/mock').Mock;"],
])('%s of a package that is not below is a fault', async (_, source) => {
  expect(await faultsOf({ 'packages/client/src/a.ts': source })).toEqual([
    'packages/client/src/a.ts: client must not import @erply-kit/mock outside tests',
  ]);
});

test('the fake may be imported in tests, and only there', async () => {
  const source = "import { startMock } from '@erply-kit/mock';";
  const files = { 'packages/client/src/a.test.ts': source, 'packages/client/test/b.ts': source };
  expect(await faultsOf(files)).toEqual([]);
  expect(await faultsOf({ 'packages/schemas/src/a.test.ts': source })).toEqual([
    'packages/schemas/src/a.test.ts: schemas must not import @erply-kit/mock',
  ]);
});

test('nothing imports an app', async () => {
  const source = "import '@erply-kit/importer';";
  expect(await faultsOf({ 'packages/client/test/a.test.ts': source })).toEqual([
    'packages/client/test/a.test.ts: client must not import @erply-kit/importer',
  ]);
});

test('an inside path is a fault, an exported one is not', async () => {
  const inside = "import { x } from '@erply-kit/schemas/src/x.ts';";
  const exported = "import { x } from '@erply-kit/schemas/testing';";
  expect(await faultsOf({ 'packages/mock/src/a.ts': inside, 'packages/mock/src/b.ts': exported })).toEqual([
    'packages/mock/src/a.ts: "@erply-kit/schemas/src/x.ts" is an inside path; import what @erply-kit/schemas exports',
  ]);
});

test('a relative import stays in its package', async () => {
  const source = "import { x } from '../../schemas/src/x.ts';";
  expect(await faultsOf({ 'packages/mock/src/a.ts': source })).toEqual([
    'packages/mock/src/a.ts: "../../schemas/src/x.ts" leaves the package',
  ]);
});

test('a manifest that points up is a fault even when nothing imports it', async () => {
  const upwards =
    '{"exports":{},"dependencies":{"@erply-kit/client":"*"},"devDependencies":{"@erply-kit/mock":"*"}}';
  expect(await faultsOf({ 'packages/schemas/package.json': upwards })).toEqual([
    'packages/schemas/package.json: schemas must not depend on @erply-kit/client',
    'packages/schemas/package.json: schemas must not depend on @erply-kit/mock, not even in tests',
  ]);
});

test('a package needs a rule and a name that says something', async () => {
  expect(await faultsOf({ 'packages/utils/package.json': '{}' })).toEqual([
    'packages/utils: no package is called "utils"',
    'packages/utils: has no rule in scripts/package-rules.ts',
  ]);
});

test('a layer imports nothing of those above it, types included', async () => {
  const files = {
    'packages/mock/src/store/table.ts': "import type { products } from '../entities/products.ts';",
    'packages/mock/src/entities/products.ts': 'export type products = 1;',
    'packages/mock/src/entities/rows.ts': "import '../store/table.ts';",
    'packages/mock/src/create.ts': "import './entities/products.ts';",
  };
  expect(await faultsOf(files)).toEqual([
    'packages/mock/src/store/table.ts: store must not import entities, which is above it',
  ]);
});

test('files that import each other are a fault, types included', async () => {
  const files = {
    'packages/client/src/a.ts': "import type { b } from './b.ts';",
    'packages/client/src/b.ts': "import { c } from './c/c.ts';",
    'packages/client/src/c/c.ts': "import { a } from '../a.ts';",
  };
  expect(await faultsOf(files)).toEqual([
    'packages/client: a circle of imports: src/a.ts -> src/b.ts -> src/c/c.ts -> src/a.ts',
  ]);
});
