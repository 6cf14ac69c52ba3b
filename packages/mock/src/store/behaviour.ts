import type { TableDefinition } from '@erply-kit/schemas';

import type { Row } from './row.ts';

/** What reading a table takes. */
export interface ReadTable {
  readonly definition: TableDefinition;
  readonly behaviour: RecordBehaviour;
  readonly version: number;
  get(id: number): Row | undefined;
  /** One field of a row that exists; the row is not built for it. */
  value(field: string, id: number): unknown;
  /** The same as long as the row is, and another one after a write; `undefined` for a row as the base has it. */
  stampOf(id: number): unknown;
  find(field: string, value: unknown): readonly number[];
}

/** Finds a table of the account by its name. */
export type TableLookup = (name: string) => ReadTable;

/** What a table does beside what its definition says as data. */
export interface RecordBehaviour {
  /** What a new record has when nobody says otherwise. */
  readonly defaults?: Row;
  /** Fields that are computed, so that no row holds them and no save sets them. */
  readonly derivedFields?: readonly string[];
  /** Adds to `joined` the fields that are computed from the row and from what is joined to it. */
  readonly derive?: (joined: Record<string, unknown>, row: Row, lookup: TableLookup) => void;
  /**
   * Fields that no row holds and no answer shows, by which rows are found all the same: each has several values, those
   * that are made of the fields of its row.
   */
  readonly lookupFields?: Readonly<Record<string, (get: (field: string) => unknown) => readonly unknown[]>>;
  /**
   * Its records show so much of other tables that one of these changes all the time: what is encoded stays, as long as
   * nothing has changed that was read for it.
   */
  readonly showsMany?: true;
  /** Fields that rows hold but answers show only when a request asks for them. */
  readonly fieldsOnDemand?: readonly string[];
  /** The fields of a row that the fields of a save stand for; `before` is the row that is changed, none for a new one. */
  readonly toStored?: (fields: Row, before: Row | undefined) => Row;
}
