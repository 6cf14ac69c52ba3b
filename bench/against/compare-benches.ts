import type { Bench } from '../bench.ts';
import { type Comparison, compareRounds, type LeftOut } from './comparison.ts';
import { FailedSide, type Sides, type TurnOptions, takeTurns } from './take-turns.ts';

export interface Comparisons {
  readonly comparisons: readonly Comparison[];
  readonly leftOut: readonly LeftOut[];
}

/** Runs every part of these benches on both sides in turns. What one side cannot do is left out, with the reason. */
export async function compareBenches(
  benches: readonly Bench[],
  sides: Sides,
  options: TurnOptions,
): Promise<Comparisons> {
  const comparisons: Comparison[] = [];
  const leftOut: LeftOut[] = [];
  for (const { name: bench, parts = [] } of benches) {
    for (const part of parts) {
      try {
        const rounds = await takeTurns(part, sides, options);
        for (const one of compareRounds(bench, rounds)) {
          if ('reason' in one) leftOut.push(one);
          else comparisons.push(one);
        }
      } catch (error) {
        if (!(error instanceof FailedSide)) throw error;
        options.say(`${part.name}: left out: ${error.message}`);
        leftOut.push({ bench, name: part.name, reason: error.message });
      }
    }
  }
  return { comparisons, leftOut };
}
