import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { repository } from '@erply-kit/tooling';

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
