import type {
  ChangesCheckpoint,
  ClosingCheckpoint,
  DeletionsCheckpoint,
  FullCheckpoint,
  IdleCheckpoint,
} from '../checkpoint.ts';
import { afterReading } from '../complete-pass.ts';
import type { LanePage, RecordLane } from '../lane.ts';
import type { LaneRun, Position } from '../lane-run.ts';
import { assertEmptyIsMeant, recordsTotalOf } from '../lanes/records-total.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';

type Reading = FullCheckpoint | ChangesCheckpoint;
/** A checkpoint of which at least one page was read. */
type Begun = Reading & { readonly candidate: number; readonly deletedFrom: number };

/** Reads every record, or those that changed, page by page; each page is one transaction. */
export async function readRecords<TRow>(lane: RecordLane, run: LaneRun<TRow>, from: Reading): Promise<void> {
  const changedSince = from.phase === 'changes' ? from.changedSince : undefined;
  const { client, clock, clocks, signal } = run.settings;
  const askedAt = clock.now();
  let at = from;
  for await (const page of lane.read(client, omitUndefined({ changedSince, from: at.cursor, signal }))) {
    clocks.observe(page.latest ?? page.status);
    const begun = { ...withCandidate(run, at, { page, askedAt }), ...shortenedBy(lane, at, page) };
    assertEmptyIsMeant(page.status, lane.name, page.records.length);
    if (!page.next) await assertComplete(lane, run, { at, page });
    const checkpoint = page.next ? behindPage(lane, begun, page) : nextPhase(lane, run, begun);
    const incoming = page.records.map((record) => ({ id: lane.idOf(record), record }));
    await run.write({ checkpoint, incoming, position: positionOf(lane, page) });
    if (checkpoint.phase !== from.phase) return;
    at = checkpoint;
    // Other lanes have their turn; what this read has in hand is older than what they, or it, have written meanwhile.
    if (await run.settings.betweenPages?.(lane, run)) return;
  }
  throw new SyncError('incomplete', lane.name, 'the reading ended without a last page');
}

interface Answered {
  readonly page: LanePage<unknown>;
  readonly askedAt: number;
}

/** The first answer of a pass says what its watermark will be; pages after it, and resumed runs, keep that one. */
function withCandidate<TRow>(run: LaneRun<TRow>, at: Reading, { page, askedAt }: Answered): Begun {
  if (at.candidate !== undefined && at.deletedFrom !== undefined) return at as Begun;
  const { lane, settings } = run;
  const first = settings.clocks.watermarkOf(page.status, { lane, askedAt });
  // Before the first full read there is no watermark: what is deleted during it is deleted after its candidate.
  const deletedFrom = Math.min(at.deletedFrom ?? first.seconds, first.seconds);
  return { ...at, candidate: first.seconds, candidateAt: first.askedAt, deletedFrom };
}

/**
 * By how many records the list has become shorter, from page to page of the pass: they have moved to the front then, and
 * one of them may be on no page. Those that went along with another record, as addresses do with their customer, are in
 * no log.
 */
function shortenedBy(
  lane: RecordLane,
  { announced, cursor, shortened = 0 }: Reading,
  { status: { recordsTotal } }: LanePage<unknown>,
): Pick<Reading, 'shortened'> {
  // Of several lists, each is watched by the lane itself.
  const isWatched = lane.numberedPages && cursor !== undefined && cursor.list === undefined;
  const fewer = isWatched && recordsTotal !== undefined ? (announced ?? cursor.offset) - recordsTotal : 0;
  return omitUndefined({ shortened: shortened + Math.max(0, fewer) || undefined });
}

function behindPage(lane: RecordLane, begun: Begun, { next, status }: LanePage<unknown>): Begun {
  const announced = lane.numberedPages ? status.recordsTotal : undefined;
  return { ...begun, ...omitUndefined({ cursor: next, announced }) };
}

function nextPhase<TRow>(
  lane: RecordLane,
  run: LaneRun<TRow>,
  begun: Begun,
): ChangesCheckpoint | DeletionsCheckpoint | ClosingCheckpoint | IdleCheckpoint {
  const { phase, cursor, announced, ...at } = begun;
  // The log was read before; who is deleted from then on stands in the next one.
  if (at.mayBeBack) return afterReading(run, begun);
  if (phase !== 'full' || !lane.changes || lane.pageSize === undefined)
    return lane.deletions.from === 'log' ? { ...at, phase: 'deletions' } : afterReading(run, begun);
  // A full read of many pages takes its time: what changed behind its back is read at once, under a new candidate.
  const { candidate, candidateAt, ...pass } = at;
  const since = run.settings.clocks.confirm({
    seconds: candidate,
    ...omitUndefined({ askedAt: candidateAt }),
  });
  const { seconds = 0, askedAt } = since ?? {};
  const deletedFrom = Math.min(at.deletedFrom, seconds);
  return {
    ...pass,
    ...{
      phase: 'changes',
      changedSince: seconds,
      ...omitUndefined({ changedSinceAt: askedAt }),
      deletedFrom,
    },
  };
}

interface Reached {
  readonly at: Reading;
  readonly page: LanePage<unknown>;
}

/** A full read that found fewer records than the server says there are was cut off, whatever made it look whole. */
async function assertComplete<TRow>(
  lane: RecordLane,
  run: LaneRun<TRow>,
  { at, page }: Reached,
): Promise<void> {
  if (at.phase !== 'full' || lane.pageSize === undefined) return;
  const expected = recordsTotalOf(page.status, lane.name);
  const { alive, seen } = await run.settings.sink.survey(lane.name, at.generation);
  // A field that is absent where nothing is in it, and absent everywhere, may as well have been left out.
  const holding = page.holding ?? page.holders;
  if (holding === 0 && alive > 0 && !run.settings.confirmDeletions)
    throw new SyncError(
      'empty',
      lane.name,
      `nothing came that could hold the ${alive} records that are there`,
    );
  if (page.holders !== undefined) return assertAllRead(lane, page.holders, expected);
  const skipped = run.checkpoint.phase === 'full' ? (run.checkpoint.skipped ?? 0) : 0;
  assertAllRead(lane, seen + skipped + page.records.length, expected);
}

function assertAllRead(lane: RecordLane, found: number, expected: number): void {
  if (found < expected)
    throw new SyncError(
      'incomplete',
      lane.name,
      `the full read found ${found} of ${expected} records; it starts anew`,
    );
}

function positionOf({ pageSize }: RecordLane, page: LanePage<unknown>): Position {
  // Of a tree, the server counts the roots.
  const total = pageSize === undefined ? page.records.length : page.status.recordsTotal;
  if (!page.next) return { ...omitUndefined({ total }), share: 1 };
  return total === undefined ? {} : { total, share: Math.min(1, page.next.offset / total) };
}
