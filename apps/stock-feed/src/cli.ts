import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

// The sources run as they are, and have syntax (`using`) that older ones cannot even read.
const problem = unsupportedNode(process, '24');
if (problem !== undefined) {
  process.stderr.write(`stock-feed: ${problem}\n`);
  process.exit(1);
}
const { main } = await import('./main.ts');

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
