import type { Table } from '../store/table.ts';
import type { Order, SortKey } from './order.ts';

/** Where the rows that match stand in an order: from one key to another, both inside. */
export interface Span {
  readonly order: Order;
  readonly from?: SortKey;
  readonly to?: SortKey;
}

/** What a row has to be like to be chosen. */
export interface Filter {
  /** The same text for the same filter: what it chooses among the rows of the base is remembered by it. */
  readonly key: string;
  /** Tests a row by its fields. */
  readonly matches: (row: Fields) => boolean;
  /** Rows of the base that match, each once, where there is a shorter way than to test them all. */
  readonly baseIDs?: () => Promise<readonly number[] | undefined>;
  /** Where in an order those stand which can match: of an account's changed rows the others are not looked at then. */
  readonly span?: Span;
  /** The field whose index `changedIDs` reads. */
  readonly indexedField?: string;
  /** Those of the rows that an account has changed which can match, where there is a shorter way than to test all. */
  readonly changedIDs?: (table: Table) => Iterable<number> | undefined;
}

/** The fields of a row, changed or not. */
export interface Fields {
  readonly id: number;
  get(field: string): unknown;
}
