import type { Reading, Unit } from '../bench.ts';
import { median } from '../median.ts';
import { type MedianInterval, medianInterval } from './median-interval.ts';

/** What both sides showed, one right after the other. */
export interface Round {
  readonly here: readonly Reading[];
  readonly against: readonly Reading[];
}

/** A figure of both sides. */
export interface Comparison {
  readonly bench: string;
  readonly name: string;
  readonly unit: Unit;
  /** Medians of all rounds. */
  readonly here: number;
  readonly against: number;
  /** One of each round; above 1 where it is better here. */
  readonly ratios: readonly number[];
  /** Their median, which is not the ratio of the medians: what slows a whole round down is not in it. */
  readonly ratio: number;
  readonly interval: MedianInterval;
  readonly verdict: Verdict;
}

/** What could not be compared, and why. */
export interface LeftOut {
  readonly bench: string;
  readonly name: string;
  readonly reason: string;
}

/**
 * `worse` and `better`: the whole interval lies beyond 5 %. `same`: all of it lies within. `open`: the rounds do not
 * tell; more of them may.
 */
export type Verdict = 'worse' | 'better' | 'same' | 'open';

/** A figure whose whole interval lies below is worse. */
const leastRatio = 0.95;

function verdictOf({ low, high }: Pick<MedianInterval, 'low' | 'high'>): Verdict {
  if (high < leastRatio) return 'worse';
  if (low > 1 / leastRatio) return 'better';
  return low >= leastRatio && high <= 1 / leastRatio ? 'same' : 'open';
}

/** Compares every figure that a round shows. */
export function compareRounds(bench: string, rounds: readonly Round[]): (Comparison | LeftOut)[] {
  const names = new Set(rounds.flatMap(({ here, against }) => [...here, ...against].map(({ name }) => name)));
  return [...names].map((name) => compareFigure(bench, name, rounds));
}

function compareFigure(bench: string, name: string, rounds: readonly Round[]): Comparison | LeftOut {
  const pairs: Record<'here' | 'against', number>[] = [];
  let unit: Unit = 'ms';
  for (const [index, round] of rounds.entries()) {
    const [here, against] = [round.here, round.against].map((list) => list.find((one) => one.name === name));
    const where = `in round ${index + 1}`;
    if (here === undefined || against === undefined) {
      return {
        bench,
        name,
        reason: `${where} only ${here === undefined ? 'the other side' : 'this side'} has it`,
      };
    }
    if (!isComparable(here.amount) || !isComparable(against.amount)) {
      return {
        bench,
        name,
        reason: `${where} it is ${here.amount} here and ${against.amount} there: no ratio`,
      };
    }
    unit = here.unit;
    pairs.push({ here: here.amount, against: against.amount });
  }
  const ratios = pairs.map(({ here, against }) => (unit === 'perSecond' ? here / against : against / here));
  const interval = medianInterval(ratios);
  return {
    bench,
    name,
    unit,
    here: median(pairs.map((pair) => pair.here)),
    against: median(pairs.map((pair) => pair.against)),
    ratios,
    ratio: median(ratios),
    interval,
    verdict: verdictOf(interval),
  };
}

const isComparable = (amount: number) => Number.isFinite(amount) && amount > 0;
