import type { ChangesCheckpoint, DeletionsCheckpoint, FullCheckpoint } from './checkpoint.ts';
import { given } from './given.ts';
import type { LanePage, RecordLane } from './lane.ts';
import type { LaneRun, Position } from './lane-run.ts';
import { SyncError } from './sync-error.ts';
import { watermarkOf } from './watermark.ts';

type Reading = FullCheckpoint | ChangesCheckpoint;
/** A checkpoint of which at least one page was read. */
type Begun<TReading> = TReading & { readonly candidate: number; readonly deletedFrom: number };

/** Reads every record, or those that changed, page by page; each page is one transaction. */
export async function readRecords<TRow>(lane: RecordLane, run: LaneRun<TRow>, from: Reading): Promise<void> {
  const changedSince = from.phase === 'changes' ? from.changedSince : undefined;
  const { client, marginSeconds, signal } = run.settings;
  let at = from;
  for await (const page of lane.read(client, given({ changedSince, from: at.cursor, signal }))) {
    const begun = withCandidate(at, page, marginSeconds);
    if (!page.next) await assertComplete(lane, run, { at, page });
    const checkpoint = page.next ? { ...begun, cursor: page.next } : nextPhase(lane, begun);
    const incoming = page.records.map((record) => ({ id: lane.idOf(record), record }));
    await run.write({ checkpoint, incoming, position: positionOf(lane, page) });
    if (checkpoint.phase !== from.phase) return;
    at = checkpoint;
  }
  throw new SyncError('incomplete', lane.name, 'the reading ended without a last page');
}

/** The first answer of a pass says what its watermark will be; pages after it, and resumed runs, keep that one. */
function withCandidate<TReading extends Reading>(
  at: TReading,
  page: LanePage<unknown>,
  marginSeconds: number,
): Begun<TReading> {
  const candidate = at.candidate ?? watermarkOf(page.status, marginSeconds);
  // Before the first full read there is no watermark: what is deleted during it is deleted after its candidate.
  return { ...at, candidate, deletedFrom: at.deletedFrom ?? candidate };
}

function nextPhase(lane: RecordLane, at: Begun<Reading>): ChangesCheckpoint | DeletionsCheckpoint {
  const { mode, generation, before, candidate, deletedFrom } = at;
  const pass = { mode, generation, before, deletedFrom };
  // A full read of many pages takes its time: what changed behind its back is read at once, under a new candidate.
  return at.phase === 'full' && lane.changes && lane.pageSize !== undefined
    ? { ...pass, phase: 'changes', changedSince: candidate }
    : { ...pass, phase: 'deletions', candidate };
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
  const expected = page.status.recordsTotal;
  if (at.phase !== 'full' || lane.pageSize === undefined || expected === undefined) return;
  const { seen } = await run.settings.sink.survey(lane.name, at.generation);
  const found = seen + run.counters.deadLetters + page.records.length;
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
  if (!page.next) return { ...given({ total }), share: 1 };
  return total === undefined ? {} : { total, share: Math.min(1, page.next.offset / total) };
}
