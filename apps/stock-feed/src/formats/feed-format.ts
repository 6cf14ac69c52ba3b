import type { FeedPolicy } from '../feed-policy.ts';
import type { ComparedRow, FeedColumns, FeedRow } from '../feed-row.ts';

/** A format of the feed: how rows become text, and how a feed that was written before is read back. */
export interface FeedFormat {
  /** What its file is called in a folder. */
  readonly fileName: string;
  /** Why the feed of a policy cannot be told in this format, and what to do about it; `undefined` where it can. */
  refusal?(policy: FeedPolicy): string | undefined;
  encoder(columns: FeedColumns): FeedEncoder;
  reader(): FeedReader;
  /** What its reader finds of a row; where it is left out, the IDs of product and warehouse or the group. */
  compared?(row: FeedRow): ComparedRow;
}

/** The text of a feed with certain columns, piece by piece. */
export interface FeedEncoder {
  /** The text before the first row. */
  readonly start: string;
  /** Empty for a row that the format cannot hold. */
  row(row: FeedRow): string;
  /** The text after the last row. */
  readonly end: string;
}

/** Takes the lines of one feed, in their order. Throws `SyntaxError` when the text is not a feed. */
export interface FeedReader {
  /** The row that this line completes, if it does. */
  read(line: string): ComparedRow | undefined;
  /** There are no more lines. */
  end(): void;
}
