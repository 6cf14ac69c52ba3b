export type SyncErrorKind =
  /** More would be removed at once than is allowed without being confirmed. */
  | 'tooManyDeletions'
  /** A full read came back empty where the sink holds something. */
  | 'empty'
  /** A full read found fewer records than the server says there are. */
  | 'incomplete'
  /** An answer lacks something that a copy cannot do without, or none of its records can be read. */
  | 'unreadable';

/** A lane that was held back to keep the copy safe; the lane's watermark stays where it was. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly kind: SyncErrorKind;
  readonly lane: string;

  constructor(kind: SyncErrorKind, lane: string, message: string) {
    super(`${lane}: ${message}`);
    this.kind = kind;
    this.lane = lane;
  }
}
