import { expect, test } from 'vitest';

import type { Lockfile } from './lockfile.ts';
import { lockfileFaults } from './lockfile-faults.ts';

const integrity = `sha512-${'A'.repeat(86)}==`;

function lockfile(change: Partial<Lockfile>): Lockfile {
  return {
    importers: {},
    packages: { 'zod@4.6.7': { resolution: { integrity } } },
    snapshots: {},
    ...change,
  };
}

const part = (os: string, cpu: string) => ({ resolution: { integrity }, os: [os], cpu: [cpu] });

test('packages of a registry by their checksum are fine, and so are those of the workspace', () => {
  const importers = {
    'packages/client': {
      dependencies: { zod: { version: '4.6.7' }, '@erply-kit/schemas': { version: 'link:../schemas' } },
    },
  };
  expect(lockfileFaults(lockfile({ importers }))).toEqual([]);
});

test.each([
  ['no checksum', {}, ['a@1 has no sha512 checksum']],
  ['a weak checksum', { integrity: 'sha1-aGVsbG8=' }, ['a@1 has no sha512 checksum']],
  ['a checksum cut short', { integrity: 'sha512-AAAA' }, ['a@1 has no sha512 checksum']],
  [
    'git',
    { type: 'git', repo: 'r', commit: 'c' },
    expect.arrayContaining([expect.stringMatching('by repo')]),
  ],
  [
    'an address, even with a checksum',
    { integrity, tarball: 'http://x/a.tgz' },
    ['a@1 comes by tarball, not from a registry'],
  ],
])('a package with %s is a fault', (_, resolution, faults) => {
  expect(lockfileFaults(lockfile({ packages: { 'a@1': { resolution } } }))).toEqual(faults);
});

test.each(['https://example.test/a.tgz', 'git+ssh://git@example.test/a', 'file:../a', 'runtime:24'])(
  'a package of the workspace that names %s is a fault',
  (version) => {
    const importers = { '.': { devDependencies: { a: { version } } } };
    expect(lockfileFaults(lockfile({ importers }))).toEqual([
      `.: a comes from ${version}, not from a registry`,
    ]);
  },
);

test('a lockfile that was written where other machines could not be seen lacks their parts', () => {
  const optionalDependencies = { 'b-linux-x64': '1', 'b-linux-arm64': '1', 'b-darwin-arm64': '1' };
  const packages = {
    'b-linux-x64@1': part('linux', 'x64'),
    'b-linux-arm64@1': part('linux', 'arm64'),
  };
  expect(lockfileFaults(lockfile({ packages, snapshots: { 'b@1': { optionalDependencies } } }))).toEqual(
    ['darwin-x64', 'darwin-arm64', 'win32-x64'].map(
      (system) => `b@1 has no part for ${system}: pnpm-lock.yaml was written where the registry showed none`,
    ),
  );
});
