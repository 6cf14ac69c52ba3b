import { main } from './main.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The second one ends the program at once: the files are safe at every moment.
  process.once(signal, () => interruption.abort(signal));
}

// Whoever reads the report may stop reading: `stock-feed run --json | head`.
process.stdout.on('error', () => process.exit(1));

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  envFile: '.env',
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
  now: Date.now,
});
