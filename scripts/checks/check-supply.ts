import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

import type { CheckReport } from './check-report.ts';
import { ciFaults } from './supply/ci-faults.ts';
import { lockfileFaults } from './supply/lockfile-faults.ts';
import { nodeFaults } from './supply/node-faults.ts';
import { settingFaults } from './supply/setting-faults.ts';

/** What is installed is pinned. */
export async function checkSupply(root: string): Promise<CheckReport> {
  const read = (path: string) => readFile(join(root, path), 'utf8');
  const manifest = JSON.parse(await read('package.json'));
  const settings = parse(await read('pnpm-workspace.yaml'));
  const lockfile = parse(await read('pnpm-lock.yaml'));
  const findings = [
    ...lockfileFaults(lockfile),
    ...nodeFaults(manifest, settings, lockfile),
    ...settingFaults(settings),
    ...ciFaults(manifest, await ciFiles(root)),
  ];
  return { findings, summary: `${Object.keys(lockfile.packages).length} packages by checksum` };
}

/** The texts that say what CI runs. */
async function ciFiles(root: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const path of glob(['.github/workflows/*.{yml,yaml}', '.ci/run'], { cwd: root }))
    files[path] = await readFile(join(root, path), 'utf8');
  return files;
}
