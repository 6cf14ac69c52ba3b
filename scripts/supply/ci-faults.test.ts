import { expect, test } from 'vitest';

import { ciFaults } from './ci-faults.ts';

const commit = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';
const integrity = 'sha512-';
const packages = { '': {}, 'node_modules/pnpm': { version: '12.21.0', integrity } };

const faultsOf = (text: string) =>
  ciFaults({ packageManager: 'pnpm@12.21.0' }, { packages }, { 'ci.yml': text });

test('actions by commit, and pnpm by its lockfile, are fine', () => {
  const text = `steps:\n  - uses: actions/checkout@${commit} # v6.0.2\n  - run: .ci/pnpm install\n# not npx pnpm\n`;
  expect(faultsOf(text)).toEqual([]);
});

test.each([
  ['- uses: actions/checkout@v6', 'actions/checkout@v6 is not pinned by commit'],
  ['- uses: docker://alpine:3', 'docker://alpine:3 is not pinned by commit'],
  [`- uses: actions/checkout@${commit}`, `actions/checkout@${commit} has no comment with its version`],
  ['- run: npx -y pnpm@12 test', 'npx runs what no lockfile names; use .ci/pnpm'],
  ['- run: corepack enable', 'corepack runs what no lockfile names; use .ci/pnpm'],
  ['- run: npm install -g pnpm', 'npm install runs what no lockfile names; use .ci/pnpm'],
])('%s is a fault', (line, fault) => {
  expect(faultsOf(line)).toEqual([`ci.yml: ${fault}`]);
});

test('another pnpm than that of the manifest is a fault', () => {
  expect(ciFaults({ packageManager: 'pnpm@12.22.0' }, { packages }, {})).toEqual([
    'CI runs pnpm@12.21.0 (.ci/package-lock.json), but packageManager is pnpm@12.22.0',
  ]);
  expect(ciFaults({ packageManager: 'pnpm@12.21.0+sha512.abc' }, { packages }, {})).toEqual([]);
});

test('a part of pnpm without a checksum is a fault', () => {
  const all = { ...packages, 'node_modules/@pnpm/exe.linux-x64': { version: '12.21.0' } };
  expect(ciFaults({ packageManager: 'pnpm@12.21.0' }, { packages: all }, {})).toEqual([
    '.ci/package-lock.json: node_modules/@pnpm/exe.linux-x64 has no checksum',
  ]);
});
