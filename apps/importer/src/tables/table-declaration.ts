/** What a column holds; `json` is given and taken as text. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'json';

export interface ColumnDeclaration {
  readonly type: ColumnType;
  /** Never null. Not of a column that is younger than its table: the rows that are there do not have it. @default false */
  readonly required?: boolean;
  /** The first version of the schema that has it. @default that of the table */
  readonly since?: number;
}

/** A column that a version of the schema has taken out. */
export interface FormerColumn extends ColumnDeclaration {
  /**
   * The version that no longer has it. Where a column of the same name comes with that version, as when its type
   * changes, the new one is filled from the records.
   */
  readonly until: number;
}

export interface IndexDeclaration {
  readonly columns: readonly string[];
  /** The version of the schema that no longer has it; one on a former column goes with the column at the latest. */
  readonly until?: number;
  /** The first version of the schema that has it. @default that of the table */
  readonly since?: number;
}

/** A table of the database, declared once: its migrations and its SQL follow from this. */
export interface TableDeclaration {
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, ColumnDeclaration>>;
  /** By name. Databases that are there lose them in a migration. */
  readonly former?: Readonly<Record<string, FormerColumn>>;
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

interface Part {
  readonly since?: number;
  readonly until?: number;
}

/** Every version of the schema in which something of these tables changes, from the first on. */
export function versionsOf(tables: readonly TableDeclaration[]): number[] {
  const versions = tables.flatMap(({ since, columns, former = {}, indexes = {} }) => {
    const parts: readonly Part[] = [columns, former, indexes].flatMap((some) => Object.values<Part>(some));
    return [since, ...parts.flatMap((part) => [part.since ?? since, part.until ?? since])];
  });
  return [...new Set(versions)].sort((one, other) => one - other);
}
