import type { ComparedRow, FeedColumns, FeedRow } from '../feed-row.ts';

/** A format of the feed: how rows become text, and how a feed that was written before is read back. */
export interface FeedFormat {
  encoder(columns: FeedColumns): FeedEncoder;
  reader(): FeedReader;
}

/** The text of a feed with certain columns, piece by piece. */
export interface FeedEncoder {
  /** The text before the first row. */
  readonly start: string;
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
