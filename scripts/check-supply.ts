import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

import { repository } from './repository.ts';
import { ciFaults } from './supply/ci-faults.ts';
import { lockfileFaults } from './supply/lockfile-faults.ts';
import { nodeFaults } from './supply/node-faults.ts';
import { settingFaults } from './supply/setting-faults.ts';

const read = (path: string) => readFile(join(repository, path), 'utf8');

/** The texts that say what CI runs. */
async function ciFiles(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const path of glob(['.github/workflows/*.{yml,yaml}', '.ci/run'], { cwd: repository }))
    files[path] = await read(path);
  return files;
}

const manifest = JSON.parse(await read('package.json'));
const settings = parse(await read('pnpm-workspace.yaml'));
const lockfile = parse(await read('pnpm-lock.yaml'));
const faults = [
  ...lockfileFaults(lockfile),
  ...nodeFaults(manifest, settings, lockfile),
  ...settingFaults(settings),
  ...ciFaults(manifest, await ciFiles()),
];
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(lockfile.packages).length} packages by checksum`);
if (faults.length > 0) process.exitCode = 1;
