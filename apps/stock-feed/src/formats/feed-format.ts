import type { FeedColumns, FeedRow, PlacedQuantity } from '../feed-row.ts';

export type FormatName = 'csv' | 'ndjson';

/** How rows become text, and how a feed that was written before is read back. */
export interface FeedFormat {
  readonly name: FormatName;
  /** The text before the first row. */
  header(columns: FeedColumns): string;
  line(row: FeedRow, columns: FeedColumns): string;
  reader(): FeedReader;
}

/** Takes the lines of one feed, in their order. Throws `SyntaxError` when the text is not a feed. */
export interface FeedReader {
  /** The row that this line completes, if it does. */
  read(line: string): PlacedQuantity | undefined;
  /** There are no more lines. */
  end(): void;
}
