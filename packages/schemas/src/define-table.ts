import type { RecordDefinition, RecordOf } from './define-record.ts';
import type { ModuleName } from './modules.ts';

/** A list in a record of what another table has for it: the `images` of a product are its pictures. */
export interface ChildList {
  readonly table: string;
  /** The other record's field that holds the ID of this one. */
  readonly by: string;
  /** Fields of the list that the other record names otherwise. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Where a field of a record comes from when it is another table's: `groupName` is the `name` of the `groupID`. */
export interface Join {
  readonly table: string;
  /** The record's field that holds the other record's ID. */
  readonly by: string;
  /** The other record's field. */
  readonly field: string;
}

export interface TableDefinition<TRecord extends RecordDefinition = RecordDefinition> {
  /** The operations log's name where it has one. */
  readonly name: string;
  /** The field that holds a record's ID. */
  readonly key: string;
  /** The record that the read call answers. */
  readonly record: TRecord;
  /** Fields that belong to other tables. */
  readonly joins?: Readonly<Record<string, Join>>;
  /** Tables that a record depends on beside those that `joins` and `children` name, because a list inside it shows something of them. */
  readonly dependsOn?: readonly string[];
  /** Fields that only accounts with a module have. */
  readonly moduleFields?: Readonly<Partial<Record<ModuleName, readonly string[]>>>;
  /** Fields that hold the ID of a record of another table, beside those that `joins` names; 0 stands for no record. */
  readonly references?: Readonly<Record<string, string>>;
  /** Fields that rows hold and no record shows, beside `references`: what a later save of the record has to know. */
  readonly hidden?: RecordDefinition;
  /**
   * Fields that hold the ID of the record that this one is part of: it goes when that goes. Where it is one of several
   * tables, it goes when none of them has a record of that ID any more.
   */
  readonly parents?: Readonly<Record<string, string | readonly string[]>>;
  /** Lists of the records of other tables that belong to this one; absent when there are none. */
  readonly children?: Readonly<Record<string, ChildList>>;
  /** Save inputs whose names differ from the record's fields: `netPrice` is saved, `price` is read. */
  readonly saveNames?: Readonly<Record<string, string>>;
  /** Tables whose IDs it shares: an ID belongs to one record among them all. */
  readonly sharesIDsWith?: readonly string[];
  /** Deletions are written to the operations log under this name; `false` where Erply has no such table. */
  readonly logged: boolean;
  /** The record has `added` and `lastModified`. */
  readonly timestamps: boolean;
}

/** Declares a table: what the fake stores and what a copy of the account can hold. */
export function defineTable<TRecord extends RecordDefinition>(
  spec: TableDefinition<TRecord>,
): TableDefinition<TRecord> {
  return spec;
}

/** A stored row of a table: own fields in documented types. A field that is left out is unset on the wire. */
export type RowOf<TTable extends TableDefinition> = Readonly<Partial<RecordOf<TTable['record']>>>;
