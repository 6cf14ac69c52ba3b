/** What a lane has done since it was last at rest when a run began: those of a run that was cut off are in it. */
export interface Counters {
  /** Records written. */
  readonly records: number;
  /** Records removed; in the stock lane, products of which an amount was set to 0. */
  readonly deletions: number;
  /** Records that went aside because the sink cannot hold them. */
  readonly deadLetters: number;
}

export const noCounters: Counters = { records: 0, deletions: 0, deadLetters: 0 };

/** Counters after one more step. */
export function addCounters(counters: Counters, step: Counters): Counters {
  return {
    records: counters.records + step.records,
    deletions: counters.deletions + step.deletions,
    deadLetters: counters.deadLetters + step.deadLetters,
  };
}
