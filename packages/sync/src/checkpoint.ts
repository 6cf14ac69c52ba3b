import type { LaneCursor } from './lane-cursor.ts';

export type LaneMode = 'full' | 'incremental';

/** Nothing is under way. */
export interface IdleCheckpoint {
  readonly phase: 'idle';
  /** Number of the last read that began, full or of changes; rows are stamped with it. */
  readonly generation: number;
  /** Changes of the account up to here are in the sink: seconds of the server's clock. Absent before the first pass. */
  readonly watermark?: number;
  /** When the watermark was asked for: milliseconds of our clock. */
  readonly watermarkAt?: number;
  /** When the last full read began to count: milliseconds of our clock. */
  readonly fullAt?: number;
  /**
   * The lane was first read from this second of the server's clock on: what was not added or changed since is not in the
   * sink. Absent when everything was read.
   */
  readonly since?: number;
  /** Stock: the warehouses that the sink holds. */
  readonly warehouses?: readonly number[];
  /**
   * Stock: the operations log is asked from here on, where that is before the watermark: the products that it says are
   * gone were too many to be believed.
   */
  readonly deletedFrom?: number;
}

/** What holds through all transactions of a pass. */
interface Pass {
  readonly mode: LaneMode;
  readonly generation: number;
  /** Where the lane stood; it goes back there when the pass is refused. */
  readonly before: IdleCheckpoint;
  /** The watermark of this pass, from its first answer; it becomes the watermark when all of it is in the sink. */
  readonly candidate?: number;
  /** When the candidate was asked for: milliseconds of our clock. */
  readonly candidateAt?: number;
}

interface RecordPass extends Pass {
  /** The operations log is asked for deletions from here on: seconds of the server's clock. */
  readonly deletedFrom?: number;
  /** Changes are asked for from here on: seconds of the server's clock. Absent as long as everything is read. */
  readonly changedSince?: number;
  /** When that time was asked for: milliseconds of our clock. */
  readonly changedSinceAt?: number;
  /** What changed up to here is in the sink, though the pass is not over: seconds of the server's clock. */
  readonly freshTo?: number;
  /** When that time was asked for: milliseconds of our clock. */
  readonly freshToAt?: number;
  /** Numbered pages: how many records there were when the last page was read. */
  readonly announced?: number;
  /** Numbered pages: by how many records the list has become shorter while it was read. */
  readonly shortened?: number;
  /** The log has removed records that this pass has read: what changed is read again, for those that are back. */
  readonly mayBeBack?: boolean;
  /** Records of this pass that the sink does not hold, or could not: they came, though it has not seen them. */
  readonly skipped?: number;
}

/** Reading every record. */
export interface FullCheckpoint extends RecordPass {
  readonly phase: 'full';
  readonly cursor?: LaneCursor;
}

/** Reading what changed since the watermark, or since the full read of this pass began. */
export interface ChangesCheckpoint extends RecordPass {
  readonly phase: 'changes';
  readonly changedSince: number;
  readonly cursor?: LaneCursor;
}

/** Reading the operations log. */
export interface DeletionsCheckpoint extends RecordPass {
  readonly phase: 'deletions';
  readonly candidate: number;
  readonly deletedFrom: number;
  readonly cursor?: LaneCursor;
}

/** All is read. What a full read did not find is still to be removed, and the candidate to become the watermark. */
export interface ClosingCheckpoint extends RecordPass {
  readonly phase: 'closing';
  readonly candidate: number;
}

/** Stock: loading a generation, one warehouse after the other. */
export interface LoadingCheckpoint extends Pass {
  readonly phase: 'loading';
  readonly candidate: number;
  readonly warehouses: readonly number[];
  /** How many of them, from the first, are loaded. */
  readonly loaded: number;
}

export type PassCheckpoint =
  | FullCheckpoint
  | ChangesCheckpoint
  | DeletionsCheckpoint
  | ClosingCheckpoint
  | LoadingCheckpoint;

/** Where a lane stands. Plain JSON; a sink keeps it and does not look into it. */
export type Checkpoint = IdleCheckpoint | PassCheckpoint;

/** Where a lane stands that has never run. */
export const neverRun: IdleCheckpoint = { phase: 'idle', generation: 0 };
