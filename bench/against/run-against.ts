import type { Bench } from '../bench.ts';
import type { machine } from '../machine.ts';
import { compareBenches } from './compare-benches.ts';
import { formatComparisons } from './comparison-table.ts';
import { leastValues } from './median-interval.ts';
import { findCommit, openSides } from './open-sides.ts';

/** An even number, so that each side is first as often as the other. */
export const defaultRounds = 12;

export interface AgainstOptions {
  readonly benches: readonly Bench[];
  /** Any name that git knows a commit by. */
  readonly commit: string;
  readonly rounds: number;
  readonly asJson: boolean;
  readonly say: (line: string) => void;
  readonly machine: typeof machine;
}

/** Reads `--rounds`. Throws `TypeError` where it is not a whole number, or too few rounds to say anything. */
export function roundsOf(text: string | undefined): number {
  if (text === undefined) return defaultRounds;
  const rounds = Number(text);
  if (/^\d+$/.test(text) && rounds >= leastValues && rounds <= 1000) return rounds;
  throw new TypeError(
    `--rounds ${text}: give a whole number from ${leastValues} to 1000; with fewer there is no interval of 95 %`,
  );
}

/** Measures benches here and at a commit, prints the comparison. Answers the exit code. */
export async function runAgainst(options: AgainstOptions): Promise<number> {
  const commit = await findCommit(options.commit);
  using sides = await openSides(commit, options.say);
  const turns = { rounds: options.rounds, nowMs: () => performance.now(), say: options.say };
  const results = await compareBenches(options.benches, sides, turns);
  const { here, against } = sides;
  const about = {
    here: here.label,
    against: against.label,
    rounds: options.rounds,
    machine: options.machine(),
  };
  if (options.asJson) process.stdout.write(`${JSON.stringify({ ...about, ...results }, null, 2)}\n`);
  else {
    const { cores, processor, node, load } = about.machine;
    const on = `${cores} × ${processor}, Node ${node}, load ${load}; ${options.rounds} rounds, here: the ${here.label}`;
    process.stdout.write(`\n${on}\n\n${formatComparisons(results, against.label)}\n`);
  }
  const isWorse = results.comparisons.some(({ verdict }) => verdict === 'worse');
  return isWorse || results.leftOut.length > 0 ? 1 : 0;
}
