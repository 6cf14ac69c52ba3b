import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { repository, temporaryFolder } from '@erply-kit/tooling';

import type { PackedPackage } from '../pack-packages.ts';
import type { PageFolder } from './run-page.ts';
import type { TestingPage } from './testing-pages.ts';

type OpenFolder = PageFolder & AsyncDisposable;

const env = {
  // The Node that runs this is the one that a page finds.
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NODE_OPTIONS: '',
  // Sources that are started again and again are read compiled.
  NODE_COMPILE_CACHE: join(repository, 'node_modules/.cache/compiled'),
};

/** What the pages import or start, and where the workspace has it. */
const linked = {
  '@erply-kit/mock': 'packages/mock',
  '@erply-kit/client': 'packages/client',
  vitest: 'node_modules/vitest',
};
const linkedCommands = {
  'erply-mock': 'packages/mock/src/erply-mock.ts',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** A folder that has the packages of the workspace as if they were installed, so that a page runs without a registry. */
export async function linkedFolder(): Promise<OpenFolder> {
  const folder = await temporaryFolder('page');
  const modules = join(folder.path, 'node_modules');
  await mkdir(join(modules, '@erply-kit'), { recursive: true });
  await mkdir(join(modules, '.bin'));
  await writeFile(join(folder.path, 'package.json'), '{ "private": true, "type": "module" }');
  for (const [name, target] of Object.entries(linked))
    await symlink(join(repository, target), join(modules, name), 'junction');
  for (const [name, file] of Object.entries(linkedCommands)) {
    const command = join(modules, '.bin', name);
    await writeFile(command, `#!/bin/sh\nexec node '${join(repository, file)}' "$@"\n`);
    await chmod(command, 0o755);
  }
  return {
    path: folder.path,
    env,
    install: () => '',
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/**
 * Opens folders below one where the packed packages are installed; what a page installs itself are the tarballs.
 * @returns what opens the folder of a page
 */
export function packedFolders(parent: string, packages: readonly PackedPackage[]) {
  const tarballs = packages.map(({ tarball }) => `file:${tarball}`).join(' ');
  return async ({ name }: TestingPage): Promise<OpenFolder> => {
    const path = join(parent, name);
    await mkdir(path);
    return {
      path,
      env,
      // All of them: they name each other by version, and no registry has that.
      install: (command) => command.replace(/@erply-kit\/\S+( @erply-kit\/\S+)*/, tarballs),
      async [Symbol.asyncDispose]() {},
    };
  };
}
