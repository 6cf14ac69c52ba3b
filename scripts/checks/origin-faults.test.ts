import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { pnpm, repository as root, runOrThrow, temporaryFolder } from '@erply-kit/tooling';

import { originFaults } from './origin-faults.ts';

/** The manifest that pnpm packs of a package in a workspace whose root says so. */
async function pack(rootManifest: object) {
  await using folder = await temporaryFolder('origin', {
    'package.json': JSON.stringify({ private: true, ...rootManifest }),
    'pnpm-workspace.yaml': 'packages: [packages/*]\npmOnFail: ignore\n',
    'packages/a/package.json': '{"name":"a","version":"1.0.0"}',
  });
  await copyFile(join(root, '.pnpmfile.cjs'), join(folder.path, '.pnpmfile.cjs'));
  const command = pnpm('--filter', './packages/a', 'pack', '--pack-destination', folder.path);
  await runOrThrow(command, { cwd: folder.path });
  return JSON.parse(
    await runOrThrow(['tar', '-xzOf', join(folder.path, 'a-1.0.0.tgz'), 'package/package.json']),
  );
}

test('one line at the root is repository, bugs and homepage of what is packed', async () => {
  const repository = 'https://git.example.test/somebody/kit';
  const packed = await pack({ repository });
  expect(packed).toMatchObject({
    repository: { type: 'git', url: `git+${repository}.git`, directory: 'packages/a' },
    bugs: { url: `${repository}/issues` },
    homepage: `${repository}/tree/HEAD/packages/a#readme`,
  });
  expect(originFaults(packed, repository, 'packages/a')).toEqual([]);
  expect(originFaults(packed, 'https://git.example.test/another/kit', 'packages/a')).toHaveLength(3);
  expect(originFaults(packed, repository, 'packages/b')).toHaveLength(2);
});

test('without that line what is packed names no place, of its own neither', async () => {
  const packed = await pack({});
  expect(packed).not.toHaveProperty('repository');
  expect(originFaults(packed, undefined, 'packages/a')).toEqual([]);
  expect(originFaults({ ...packed, bugs: 'https://x.test' }, undefined, 'packages/a')).toEqual([
    'bugs is "https://x.test", not undefined',
  ]);
});

test.each(['github:somebody/kit', 'http://x.test/a/b', 'https://x.test/a/b.git', 'https://x.test/a/b/'])(
  'a line that is not an address of a repository is a fault: %s',
  (line) => {
    expect(originFaults({}, line, 'a')).toEqual([
      `repository of the root is ${line}, which is not https://HOST/OWNER/NAME`,
    ]);
  },
);
