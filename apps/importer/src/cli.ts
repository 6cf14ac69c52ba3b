import { main } from './main.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A second one ends the program at once; the database can take that at any moment.
  process.once(signal, () => interruption.abort(signal));
}

// Whoever reads the results may stop reading: `importer run --json | head`.
process.stdout.on('error', () => process.exit(1));

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  envFile: '.env',
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
  now: Date.now,
});
