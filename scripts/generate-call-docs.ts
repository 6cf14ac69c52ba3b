import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { callDocs } from './call-docs/call-docs.ts';
import { fidelityPage, fidelityPath } from './fidelity/fidelity-page.ts';
import { repository } from './repository.ts';

const folder = 'docs/calls';
const pages = new Map([...(await callDocs()), [fidelityPath, fidelityPage()]]);
const present = await readdir(join(repository, folder)).catch(() => []);
const orphans = present.map((name) => `${folder}/${name}`).filter((path) => !pages.has(path));

const stale: string[] = [];
for (const [path, text] of pages) {
  const current = await readFile(join(repository, path), 'utf8').catch(() => undefined);
  if (current !== text) stale.push(path);
}

if (process.argv.includes('--check')) {
  for (const path of [...stale, ...orphans]) console.error(`${path} is not what the definitions say`);
  if (stale.length + orphans.length > 0) {
    console.error('run: node scripts/generate-call-docs.ts');
    process.exitCode = 1;
  }
} else {
  await mkdir(join(repository, folder), { recursive: true });
  for (const path of stale) await writeFile(join(repository, path), pages.get(path) ?? '');
  for (const path of orphans) await rm(join(repository, path));
  console.log(`${pages.size} pages, ${stale.length} written, ${orphans.length} removed`);
}
