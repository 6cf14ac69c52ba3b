import { SkippedBench } from './skipped-bench.ts';

/** The line of a failed command that tells most: warnings come before it. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.find((line) => /fatal|ERR_|npm error/.test(line)) ?? lines[0] ?? '';
}

/** Runs a step; what fails becomes the one line that says why the bench is left out. */
export async function orSkip(what: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw new SkippedBench(`${what}: ${reasonOf(error).trim()}`);
  }
}
