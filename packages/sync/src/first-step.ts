import type { ChangesCheckpoint, Checkpoint, FullCheckpoint, IdleCheckpoint } from './checkpoint.ts';
import { given } from './given.ts';
import type { Lane, RecordLane, StockLane } from './lane.ts';

/** The pass that a lane of records begins with; `undefined` when it goes on with the one that is under way. */
export function firstStep(
  lane: Pick<RecordLane, 'changes'>,
  at: Checkpoint,
  full: boolean,
): FullCheckpoint | ChangesCheckpoint | undefined {
  const goesOn = at.phase !== 'idle' && (at.mode === 'full' || !full);
  if (goesOn) return undefined;
  const before = at.phase === 'idle' ? at : at.before;
  const { watermark, watermarkAt: changedSinceAt } = before;
  if (full || !lane.changes || watermark === undefined) {
    const deletedFrom = watermark === undefined ? {} : { deletedFrom: watermark };
    return { phase: 'full', mode: 'full', generation: at.generation + 1, before, ...deletedFrom };
  }
  const since = { changedSince: watermark, deletedFrom: watermark, ...given({ changedSinceAt }) };
  return { phase: 'changes', mode: 'incremental', generation: at.generation, before, ...since };
}

interface StockBeat {
  readonly full: boolean;
  readonly now: number;
}

/**
 * Whether amounts are to be read in full: asked for, never done, or done too long ago. Done at a time that is still to
 * come was done while our clock was ahead, whenever that was.
 */
export function isFullStockDue(
  lane: StockLane,
  { fullAt }: IdleCheckpoint,
  { full, now }: StockBeat,
): boolean {
  return full || fullAt === undefined || now < fullAt || now - fullAt >= lane.fullEverySeconds * 1000;
}

/** The lane with another beat of full reads, where it has one. */
export function withFullEvery<TLane extends Lane>(lane: TLane, fullEverySeconds?: number): TLane {
  return lane.kind === 'stock' && fullEverySeconds !== undefined ? { ...lane, fullEverySeconds } : lane;
}
