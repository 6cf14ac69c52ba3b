import type { ServerTime } from '../clock/clock-comparison.ts';
import type { Lane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { assertEmptyIsMeant } from '../lanes/records-total.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { answerSince, type ChangedTables } from '../poll/changed-tables.ts';

/** Since when a lane that is being read is to be asked what changed; `undefined` where it cannot be. */
export function meanwhileSince<TRow>(lane: Lane, run: LaneRun<TRow>): ServerTime | undefined {
  const { checkpoint: at } = run;
  if (lane.kind === 'stock' || !lane.changes || lane.pageSize === undefined) return undefined;
  if ((at.phase !== 'full' && at.phase !== 'changes') || at.candidate === undefined) return undefined;
  const { watermark, watermarkAt } = at.before;
  if (at.freshTo !== undefined) return timeOf(at.freshTo, at.freshToAt);
  return at.phase === 'full' && watermark !== undefined
    ? timeOf(watermark, watermarkAt)
    : timeOf(at.candidate, at.candidateAt);
}

const timeOf = (seconds: number, askedAt: number | undefined): ServerTime => ({
  seconds,
  ...omitUndefined({ askedAt }),
});

/**
 * Writes what changed in a lane that is being read at length, so that its rows are fresh before that is over. The read
 * goes on behind its last page afterwards, and asks for the next one anew: an answer that was asked for before this one
 * is never written after it.
 */
export async function readMeanwhile<TRow>(
  lane: Lane,
  run: LaneRun<TRow>,
  answers: ChangedTables,
): Promise<void> {
  const { client, clock, clocks, signal } = run.settings;
  const from = meanwhileSince(lane, run);
  const since = from && clocks.confirm(from);
  const { checkpoint: at } = run;
  if (!since || lane.kind === 'stock' || (at.phase !== 'full' && at.phase !== 'changes')) return;
  const answer = answerSince(answers, lane.changedTable, since.seconds);
  if (answer && !answer.updated) return;
  const askedAt = clock.now();
  let fresh: Required<ServerTime> | undefined;
  for await (const page of lane.read(client, {
    changedSince: since.seconds,
    ...omitUndefined({ signal }),
  })) {
    clocks.observe(page.latest ?? page.status);
    assertEmptyIsMeant(page.status, lane.name, page.records.length);
    fresh ??= clocks.watermarkOf(page.status, { lane: lane.name, askedAt });
    const incoming = page.records.map((record) => ({ id: lane.idOf(record), record }));
    const checkpoint = page.next ? at : { ...at, freshTo: fresh.seconds, freshToAt: fresh.askedAt };
    await run.write({ checkpoint, incoming, isBeside: true });
  }
}
