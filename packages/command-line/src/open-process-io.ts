import type { ProcessIO } from './process-io.ts';

/** Input and output of this process, with `.env` of the current folder. To be called once. */
export function openProcessIO(): ProcessIO {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second one ends the process at once: our programs can take that at any moment.
    process.once(signal, () => interruption.abort(signal));
  }
  // Whoever reads the results may stop reading: `importer run --json | head`.
  process.stdout.on('error', () => process.exit(1));
  return {
    args: process.argv.slice(2),
    env: process.env,
    envFile: '.env',
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
    now: Date.now,
  };
}
