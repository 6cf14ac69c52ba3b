import { expect, test } from 'vitest';

import { contentFaults, manifestFaults } from './tarball-rules.ts';

const root = ['package.json', 'README.md', 'LICENSE'];
const sources = new Set(['index.ts', 'calls/get-products.ts']);

test('a tarball of built sources is fine', () => {
  const files = [...root, 'dist/index.js', 'dist/index.d.ts', 'dist/calls/get-products.js'];
  expect(contentFaults(files, sources)).toEqual([]);
});

test.each(['src/index.ts', 'dist/index.js.map', 'dist/a.wire.json', 'tsconfig.json', '.env'])(
  'a tarball with %s is a fault',
  (file) => {
    expect(contentFaults([...root, file], sources)).toEqual([`${file} does not belong in the tarball`]);
  },
);

test('what comes from a test or a source that is gone is a fault', () => {
  expect(contentFaults([...root, 'dist/index.test.js', 'dist/gone.d.ts'], sources)).toHaveLength(2);
});

test('a tarball without README is a fault', () => {
  expect(contentFaults(['package.json', 'LICENSE'], sources)).toEqual(['README.md is missing']);
});

test('versions and paths of the workspace must be gone from the manifest', () => {
  const manifest = '{"dependencies":{"a":"workspace:^","b":"catalog:"},"exports":"./src/index.ts"}';
  expect(manifestFaults(manifest)).toHaveLength(3);
  expect(manifestFaults('{"dependencies":{"a":"^1.0.0"},"exports":"./dist/index.js"}')).toEqual([]);
});
