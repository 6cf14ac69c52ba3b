import type { Status } from '@erply-kit/schemas';

import type { FetchPage } from '../src/paging/fetch-page.ts';

/** A table in memory that is read page by page and changes meanwhile. */
export interface FakeTable {
  /** IDs in order. */
  readonly ids: number[];
  readonly fetch: FetchPage;
  /** Rows from an offset on, as a server would give them now. */
  page(start: number, size: number): Awaited<ReturnType<FetchPage>>;
  /** Pages that were fetched: start and number of rows. */
  readonly fetched: [start: number, rows: number][];
}

interface FakeTableOptions {
  readonly rows: number;
  /** The server's own cap on a page. */
  readonly cap?: number;
  /** Called after each page. */
  readonly meanwhile?: (table: FakeTable) => void;
  /** What the server says there are. */
  readonly total?: (ids: readonly number[]) => number | undefined;
}

export function fakeTable(options: FakeTableOptions): FakeTable {
  const table: FakeTable = {
    ids: Array.from({ length: options.rows }, (_, index) => index + 1),
    fetched: [],
    page(start, size) {
      const ids = table.ids.slice(start, start + Math.min(size, options.cap ?? size));
      const recordsTotal = options.total ? options.total(table.ids) : table.ids.length;
      const status = { requestUnixTime: 1, responseStatus: 'ok', errorCode: 0, recordsTotal } as Status;
      return { start, size, records: ids.map((id) => ({ id })), status };
    },
    async fetch({ start, size }) {
      const page = table.page(start, size);
      table.fetched.push([start, page.records.length]);
      options.meanwhile?.(table);
      return page;
    },
  };
  return table;
}

export function remove(table: FakeTable, id: number): void {
  const index = table.ids.indexOf(id);
  if (index >= 0) table.ids.splice(index, 1);
}
