import { expect, test } from 'vitest';

import { ciFaults } from './ci-faults.ts';

const commit = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';

const faultsOf = (text: string) => ciFaults({ packageManager: 'pnpm@12.21.0' }, { 'ci.yml': text });

test('actions by commit, those of this repository, and pnpm by the manifest, are fine', () => {
  const text = `steps:\n  - uses: actions/checkout@${commit} # v6.0.2\n  - run: .ci/pnpm install\n  - uses: ./action\n# not npx pnpm\n`;
  expect(faultsOf(text)).toEqual([]);
});

test.each([
  ['- uses: actions/checkout@v6', 'actions/checkout@v6 is not pinned by commit'],
  ['- uses: docker://alpine:3', 'docker://alpine:3 is not pinned by commit'],
  [`- uses: actions/checkout@${commit}`, `actions/checkout@${commit} has no comment with its version`],
  ['- run: npx -y pnpm@12 test', 'npx runs whatever version is the newest; use .ci/pnpm'],
  ['- run: corepack enable', 'corepack runs whatever version is the newest; use .ci/pnpm'],
  ['- run: npm install -g pnpm', 'npm install runs whatever version is the newest; use .ci/pnpm'],
])('%s is a fault', (line, fault) => {
  expect(faultsOf(line)).toEqual([`ci.yml: ${fault}`]);
});

test.each([undefined, 'pnpm', 'pnpm@12', 'pnpm@^12.21.0', 'npm@12.21.0'])(
  '%s is not a pinned pnpm',
  (packageManager) => {
    expect(ciFaults({ ...(packageManager && { packageManager }) }, {})).toEqual([
      `packageManager is "${packageManager ?? ''}", not the exact version of pnpm that CI runs: pnpm@12.21.0`,
    ]);
  },
);
