import type { Status } from '@erply-kit/schemas';

import type { CallOptions } from '../client-options.ts';

/** Where a read can go on: plain JSON, to be kept with the data that was read. */
export interface PageCursor {
  /** Rows before the next page, as they were counted when it was read. */
  readonly offset: number;
  /** Key of the last row read, where the call has a stable order. */
  readonly lastKey?: number;
}

/** Records of one page, without those that an earlier page has given. */
export interface Page<TRecord> {
  records: TRecord[];
  status: Status;
  /** Where the next page begins; absent on the last one. */
  next?: PageCursor;
}

/** Options of a paged read. Signal and deadline are those of the whole read. */
export interface PageOptions extends CallOptions {
  /** Goes on where another read has stopped. */
  readonly from?: PageCursor;
  /** Fetches pages inside bulk requests, for a tenth of the price. @default false */
  readonly inBulk?: boolean;
  /** Rows asked for at once. @default the call's maximum */
  readonly pageSize?: number;
}

/** Options of a read into an array. */
export interface CollectOptions extends PageOptions {
  /** Records that the array may hold; more of them are an error. */
  readonly limit: number;
}
