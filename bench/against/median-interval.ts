/** The least confidence that an interval of a median must have. */
const leastConfidence = 0.95;

/** An interval that holds the median of what values were drawn from. */
export interface MedianInterval {
  readonly low: number;
  readonly high: number;
  /** How sure that is, from 0 to 1. */
  readonly confidence: number;
}

/** The fewest values that say anything of their median with enough confidence. */
export const leastValues = 6;

/**
 * The narrowest interval between two of the sorted values, as many from each end, that holds the median with at least
 * 95 % confidence. It holds for any distribution: each value lies below the true median with probability ½, whatever
 * the noise looks like, so that their number is binomial. Times on a busy machine have a long tail on one side, which
 * an interval around a mean would get wrong, and a bootstrap of a dozen medians is too narrow.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = [...values].sort((left, right) => left - right);
  const count = sorted.length;
  if (count < leastValues) throw new RangeError(`${count} values are too few, at least ${leastValues}`);
  let outside = 0;
  let skipped = -1;
  // While the interval still has the confidence without one more value at each end, it can be narrower.
  for (let term = 0.5 ** count; 1 - 2 * (outside + term) >= leastConfidence; ) {
    outside += term;
    skipped += 1;
    term *= (count - skipped) / (skipped + 1);
  }
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { low: at(skipped), high: at(count - 1 - skipped), confidence: 1 - 2 * outside };
}
