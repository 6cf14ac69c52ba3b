import type { PageCursor } from '@erply-kit/client';

/** How far one of several lists was read. */
export interface ListPosition {
  readonly id: number;
  /** Rows of it that were read. */
  readonly offset: number;
  /** Rows that it had; absent before its first page. */
  readonly total?: number;
}

/** Where a read goes on. */
export interface LaneCursor extends PageCursor {
  /** Of records that come inside others: how many of those were read. */
  readonly holders?: number;
  /** Of those, how many came with the field that others come in. */
  readonly holding?: number;
  /** Of a lane that reads several lists: the one that is under way. */
  readonly list?: ListPosition;
}
