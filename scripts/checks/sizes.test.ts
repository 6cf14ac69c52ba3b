import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { ceilingBytes, measureSources } from './sizes.ts';

const padding = `// ${'x'.repeat(ceilingBytes)}\n`;
const call = 'packages/schemas/src/calls/products/get-products.ts';

async function reportOf(files: Record<string, string>) {
  await using folder = await temporaryFolder('sizes', files);
  return await measureSources(folder.path);
}

test('a file with logic above the ceiling is a fault, tests too', async () => {
  const files = { 'packages/mock/src/a.ts': padding, 'packages/mock/src/a.test.ts': padding };
  expect((await reportOf(files)).faults).toHaveLength(2);
});

test('a long definition without a function body is fine', async () => {
  expect((await reportOf({ [call]: `${padding}export const a = { input: () => ({}) };` })).faults).toEqual(
    [],
  );
});

test('a long definition with a function body is a fault', async () => {
  const { faults } = await reportOf({ [call]: `${padding}export const a = () => { return 1; };` });
  expect(faults).toEqual([expect.stringContaining('a function with a body')]);
});

test('the distribution counts product code only, and nothing built', async () => {
  const files = {
    'src/a.ts': '1',
    'src/b.ts': '22',
    'src/c.ts': '333',
    'src/c.test.ts': padding,
    'dist/d.ts': '4444',
  };
  const { files: count, medianBytes, largest } = await reportOf(files);
  expect({ count, medianBytes, largest }).toEqual({
    count: 3,
    medianBytes: 2,
    largest: { file: 'src/c.ts', bytes: 3 },
  });
});

test('a folder of more than forty files is a fault, tests among them', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 41 }, (_, index) => [`src/a${index}${index % 2 ? '.test' : ''}.ts`, '1']),
  );
  expect((await reportOf(files)).faults).toEqual([
    'src: 41 files beside each other; more than 40 want folders.',
  ]);
});

test('one file in ten may be long, not two', async () => {
  const long = `// ${'x'.repeat(9 * 1024)}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [`src/a${index}.ts`, index > 9 ? long : '1']),
  );
  expect((await reportOf(files)).faults).toEqual([]);
  expect((await reportOf({ ...files, 'src/a0.ts': long })).faults).toEqual([
    expect.stringContaining('nine files in ten'),
  ]);
});
