import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '@erply-kit/tooling';

import { generatedFolder, stalePages } from './call-docs/stale-pages.ts';

const { pages, stale, orphans } = await stalePages(repository);
await mkdir(join(repository, generatedFolder), { recursive: true });
for (const path of stale) await writeFile(join(repository, path), pages.get(path) ?? '');
for (const path of orphans) await rm(join(repository, path));
console.log(`${pages.size} pages, ${stale.length} written, ${orphans.length} removed`);
