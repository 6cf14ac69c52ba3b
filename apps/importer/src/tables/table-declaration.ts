/** What a column holds; `json` is given and taken as text. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'json';

export interface ColumnDeclaration {
  readonly type: ColumnType;
  /** Never null. Not of a column that is younger than its table: the rows that are there do not have it. @default false */
  readonly required?: boolean;
  /** The first version of the schema that has it. @default that of the table */
  readonly since?: number;
}

export interface IndexDeclaration {
  readonly columns: readonly string[];
  /** The first version of the schema that has it. @default that of the table */
  readonly since?: number;
}

/** A table of the database, declared once: its migrations and its SQL follow from this. */
export interface TableDeclaration {
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** By name. */
  readonly indexes?: Readonly<Record<string, IndexDeclaration>>;
  /**
   * SQLite keeps the rows in the key itself: shorter, where a row is hardly longer than its key.
   * @default false
   */
  readonly withoutRowid?: boolean;
}

/** Every version of the schema in which something of these tables is new, from the first on. */
export function versionsOf(tables: readonly TableDeclaration[]): number[] {
  const versions = tables.flatMap(({ since, columns, indexes = {} }) =>
    [...Object.values(columns), ...Object.values(indexes)].map((part) => part.since ?? since).concat(since),
  );
  return [...new Set(versions)].sort((one, other) => one - other);
}
