import type { ComparedRow } from '../compare/compare-rows.ts';
import type { DifferenceSummary } from '../compare/row-differences.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';
import type { Sink } from '../sink.ts';
import { DryLane } from './dry-lane.ts';

export interface DryRunOptions<TRow> {
  /** Is called with each row that a run would write, and what is in its place; `difference` says whether they differ. */
  readonly onCompared?: (lane: string, compared: ComparedRow<TRow>) => void;
}

/** A sink that writes nothing, and keeps what a run would change. */
export interface DryRunSink<TRow> extends Sink<TRow> {
  /** What would change in a lane, with the first of its rows. */
  changesOf(lane: string, maxExamples: number): DifferenceSummary;
}

/**
 * A sink in front of another: what a run commits is compared with what that one holds, and not written. Where the
 * lanes stand is kept in memory, so the run goes its usual way. A pass that was cut off is begun again.
 *
 * @example
 * import { type ReadableSink, type RowKey, runLanes } from '@erply-kit/sync';
 *
 * async function showChanges<TRow extends RowKey>(sink: ReadableSink<TRow>) {
 *   const dryRun = createDryRunSink(sink);
 *   await runLanes({ client, sink: dryRun, clock: { now: Date.now } });
 *   console.log(dryRun.changesOf('products', 20));
 * }
 */
export function createDryRunSink<TRow extends RowKey>(
  base: ReadableSink<TRow>,
  { onCompared = () => {} }: DryRunOptions<TRow> = {},
): DryRunSink<TRow> {
  const lanes = new Map<string, DryLane<TRow>>();
  const laneOf = (name: string) => {
    const lane =
      lanes.get(name) ??
      new DryLane({ base, lane: name, onCompared: (compared) => onCompared(name, compared) });
    lanes.set(name, lane);
    return lane;
  };
  return {
    atomic: true,
    toRow: (lane, entry) => base.toRow(lane, entry),
    state: (lane) => laneOf(lane).state(),
    survey: (lane, generation, warehouses) => laneOf(lane).survey(generation, warehouses),
    countAlive: (lane, ids) => laneOf(lane).countAlive(ids),
    countSeen: async (lane, ids, generation) => laneOf(lane).countSeen(ids, generation),
    commit: (batch) => laneOf(batch.lane).commit(batch),
    changesOf: (lane, maxExamples) => laneOf(lane).changes.summary(maxExamples),
  };
}
