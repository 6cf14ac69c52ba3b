export interface ColumnDeclaration {
  readonly type: 'text' | 'integer' | 'decimal';
  /** Never null. @default false */
  readonly required?: boolean;
}

/** A table of the database, declared once: its migration and its SQL follow from this. */
export interface TableDeclaration {
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Columns of each index, by its name. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /**
   * SQLite keeps the rows in the key itself: shorter, where a row is hardly longer than its key.
   * @default false
   */
  readonly withoutRowid?: boolean;
}
