import { parseArgs } from 'node:util';

import { repository, runOrThrow } from '@erply-kit/tooling';

import { writeCall } from './write-call.ts';

const usage = `Usage: pnpm new:call NAME [--folder ENTITY] [--without-table] [--deprecated SUCCESSOR]
for example: pnpm new:call getBrands`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      folder: { type: 'string' },
      'without-table': { type: 'boolean' },
      deprecated: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Error(usage);
  const { folder, 'without-table': withoutTable, deprecated } = values;
  const written = await writeCall(repository, name, { folder, withoutTable, deprecated });
  await runOrThrow([process.execPath, 'scripts/generate-call-docs.ts'], { cwd: repository });
  console.log('Fill in, then run: pnpm run docs && pnpm test');
  for (const path of written) console.log(`  ${path}`);
}

main().catch((error: Error) => {
  console.error(error.message.split('\n').slice(0, 2).join('\n'));
  process.exitCode = 2;
});
