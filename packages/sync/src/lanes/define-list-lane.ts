import type { BulkRequest, CallName, Page, PageOptions } from '@erply-kit/client';

import { askInBulk } from '../ask-in-bulk.ts';
import { type ChangedTable, defineRecordLane, type RecordLane, type SyncClient } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readSteadyList } from './read-steady-list.ts';
import { recordsTotalOf } from './records-total.ts';

const daySeconds = 86_400;

/** What is asked for, beside the page: nothing where the call has no `changedSince`. */
interface ListInput {
  readonly changedSince?: number;
}

/** A short list whose deletions no log has, from a call with page numbers. */
interface ListLane<TRecord> {
  readonly name: string;
  readonly changes: boolean;
  readonly changedTable?: ChangedTable;
  /** The longest page of the call. */
  readonly pageSize: number;
  idOf(record: TRecord): unknown;
  pages(client: SyncClient, input: ListInput, options: PageOptions): AsyncIterable<Page<TRecord>>;
  /** Asks for one record of the list, whose answer says how many there are. */
  one(client: SyncClient, input: ListInput & { readonly recordsOnPage: 1 }): BulkRequest<CallName>;
}

/**
 * Declares the lane of a list that is short enough to be read at one go: all its pages are one page. No log says what
 * was deleted from it, so it is read in full once a day.
 */
export function defineListLane<TRecord extends { readonly added: number }>(
  list: ListLane<TRecord>,
): RecordLane {
  const { name, changes, changedTable, pageSize, idOf } = list;
  return defineRecordLane({
    name,
    after: [],
    deletions: { from: 'fullRead', everySeconds: daySeconds },
    changes,
    ...omitUndefined({ changedTable }),
    pageSize,
    idOf,
    async *read(client, { changedSince, signal }) {
      const options = { inBulk: true, unset: 'keep', ...omitUndefined({ signal }) } as const;
      yield readSteadyList({
        lane: name,
        idOf,
        pages: () => list.pages(client, omitUndefined({ changedSince }), options),
      });
    },
    async count(client, { changedSince, signal }) {
      const request = list.one(client, { recordsOnPage: 1, ...omitUndefined({ changedSince }) });
      const { status } = await askInBulk(client, request, signal);
      return recordsTotalOf(status, name);
    },
  });
}
