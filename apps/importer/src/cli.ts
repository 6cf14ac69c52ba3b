import { existsSync } from 'node:fs';

import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

// The sources run as they are, and have syntax (`using`) that older ones cannot even read.
const problem = unsupportedNode(process, '24');
if (problem !== undefined) {
  process.stderr.write(`importer: ${problem}\n`);
  process.exit(1);
}
const { main } = await import('./main.ts');

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A second one ends the program at once; the database can take that at any moment.
  process.once(signal, () => interruption.abort(signal));
}

// Whoever reads the results may stop reading: `importer run --json | head`.
process.stdout.on('error', () => process.exit(1));

process.exitCode =
  loadEnvironment() ??
  (await main({
    args: process.argv.slice(2),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
    now: Date.now,
  }));

/** Reads the file .env, where there is one. Gives an exit code when that cannot be read. */
function loadEnvironment(): number | undefined {
  if (!existsSync('.env')) return undefined;
  try {
    process.loadEnvFile('.env');
    return undefined;
  } catch (error) {
    process.stderr.write(
      `importer: the file .env cannot be read (${(error as NodeJS.ErrnoException).code})\n`,
    );
    return 2;
  }
}
