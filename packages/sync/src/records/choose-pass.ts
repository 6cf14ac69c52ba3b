import type { ChangesCheckpoint, Checkpoint, FullCheckpoint, IdleCheckpoint } from '../checkpoint.ts';
import type { Lane, RecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';

/** When a pass is chosen. */
export interface Moment {
  /** Everything is asked for. */
  readonly full: boolean;
  /** Milliseconds of our clock. */
  readonly now: number;
}

const daySeconds = 86_400;

/** The pass that a lane of records begins with; `undefined` when it goes on with the one that is under way. */
export function choosePass(
  lane: Pick<RecordLane, 'changes' | 'deletions' | 'numberedPages'>,
  at: Checkpoint,
  moment: Moment,
): FullCheckpoint | ChangesCheckpoint | undefined {
  const goesOn = at.phase !== 'idle' && (at.mode === 'full' || !moment.full);
  if (goesOn) return undefined;
  const before = at.phase === 'idle' ? at : at.before;
  const { watermark, watermarkAt: changedSinceAt } = before;
  if (watermark === undefined || !lane.changes || isFullDue(lane, before, moment)) {
    const deletedFrom = watermark === undefined ? {} : { deletedFrom: watermark };
    return { phase: 'full', mode: 'full', generation: at.generation + 1, before, ...deletedFrom };
  }
  const since = { changedSince: watermark, deletedFrom: watermark, ...omitUndefined({ changedSinceAt }) };
  // What this read has seen must be known apart from what earlier ones have.
  const generation = lane.numberedPages ? at.generation + 1 : at.generation;
  return { phase: 'changes', mode: 'incremental', generation, before, ...since };
}

/**
 * Whether everything has to be read, whatever has changed. A lane that cannot read what changed alone does so once a
 * day, for what neither the log nor getChangedDataSince have told.
 */
export function isFullDue(
  { changes, deletions }: Pick<RecordLane, 'changes' | 'deletions'>,
  before: IdleCheckpoint,
  { full, now }: Moment,
): boolean {
  if (full || before.watermark === undefined) return true;
  const { everySeconds = changes ? undefined : daySeconds } = deletions;
  return everySeconds !== undefined && isFullReadDue(everySeconds, before, now);
}

/**
 * Whether a full read was never done, or too long ago. One that was done at a time which is still to come was done
 * while our clock was ahead, whenever that was.
 */
export function isFullReadDue(everySeconds: number, { fullAt }: IdleCheckpoint, now: number): boolean {
  return fullAt === undefined || now < fullAt || now - fullAt >= everySeconds * 1000;
}

/** The lane with another time between full reads of stock, where it is the lane of stock. */
export function withFullEvery<TLane extends Lane>(lane: TLane, fullEverySeconds?: number): TLane {
  return lane.kind === 'stock' && fullEverySeconds !== undefined ? { ...lane, fullEverySeconds } : lane;
}
