import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { repository } from '@erply-kit/tooling';

import { planCall } from './call-plan.ts';

const usage = 'Usage: pnpm new:call NAME [--folder ENTITY], for example: pnpm new:call getBrands';
const folder = 'packages/schemas/src/calls';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { folder: { type: 'string' } },
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Error(usage);
  const calls = join(repository, folder);
  const entries = await readdir(calls, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const index = await readFile(join(calls, 'index.ts'), 'utf8');
  const plan = planCall(name, { folders, index }, values.folder);
  if (existsSync(join(calls, plan.file))) throw new Error(`${folder}/${plan.file} is there already`);
  await mkdir(dirname(join(calls, plan.file)), { recursive: true });
  await writeFile(join(calls, plan.file), plan.text);
  await writeFile(join(calls, 'index.ts'), plan.index);
  console.log(`${folder}/${plan.file}: fill it in, then run: pnpm run docs && pnpm test`);
}

main().catch((error: Error) => {
  console.error(error.message.split('\n')[0]);
  process.exitCode = 2;
});
