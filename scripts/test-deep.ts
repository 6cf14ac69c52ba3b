import { repository } from './repository.ts';
import { run } from './run.ts';

/** How many times more cases the property and crash tests run than in `pnpm test`, unless told otherwise. */
const scale = process.env.PROPERTY_SCALE ?? '100';

console.log(`PROPERTY_SCALE=${scale}`);
const { code } = await run(['vitest', 'run', ...process.argv.slice(2)], {
  cwd: repository,
  env: { PROPERTY_SCALE: scale },
  live: true,
});
process.exitCode = code;
