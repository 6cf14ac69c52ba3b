import type { Translated } from './translate.ts';

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
export function counted(counters: Counters, step: Translated<unknown>, removed: number): Counters {
  const { rows, deadLetters } = step;
  return {
    records: counters.records + rows.length,
    deletions: counters.deletions + removed,
    deadLetters: counters.deadLetters + deadLetters.length,
  };
}
