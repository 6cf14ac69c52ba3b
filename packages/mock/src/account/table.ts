import type { TableDefinition } from '@erply-kit/schemas';

/** A stored row: own fields in documented types. A field that is left out is unset on the wire. */
export type Row = Readonly<Record<string, unknown>>;

/** The immutable rows that every account starts from. */
export interface Base {
  readonly size: number;
  row(id: number): Row;
  /** IDs of the rows whose field has this value, ascending. */
  find(field: string, value: unknown): readonly number[];
}

type Index = ReadonlyMap<unknown, readonly number[]>;

/** The IDs of rows by the value of one of their fields. */
export function indexOf(rows: Iterable<readonly [id: number, row: Row | undefined]>, field: string): Index {
  const index = new Map<unknown, number[]>();
  for (const [id, row] of rows) {
    const value = row?.[field];
    const ids = index.get(value);
    if (ids === undefined) index.set(value, [id]);
    else ids.push(id);
  }
  return index;
}

/**
 * One table of one account: the shared base, and what the account has changed of it. A fork costs what was changed,
 * not what exists.
 */
export class Table {
  readonly definition: TableDefinition;
  readonly base: Base;
  /** Changed and new rows by ID; `undefined` stands for a deleted one. */
  readonly changes: Map<number, Row | undefined>;
  #nextID: number;
  #size: number;
  #version: number;
  readonly #nextVersion: () => number;
  /** Where changed rows are, by field; of the version before, it is made anew. */
  readonly #found = new Map<string, { readonly version: number; readonly index: Index }>();
  readonly #listeners: ((id: number) => void)[] = [];

  constructor(definition: TableDefinition, base: Base, nextVersion: () => number) {
    this.definition = definition;
    this.base = base;
    this.changes = new Map();
    this.#nextID = base.size + 1;
    this.#size = base.size;
    this.#version = 0;
    this.#nextVersion = nextVersion;
  }

  /** 0 while the table is as the base has it; else a number that no other state of any account's table has. */
  get version(): number {
    return this.#version;
  }

  /** Rows that exist. */
  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    return this.changes.has(id) ? this.changes.get(id) !== undefined : this.isBase(id);
  }

  /** The base has the ID, whatever the account did to it. */
  isBase(id: number): boolean {
    return Number.isInteger(id) && id >= 1 && id <= this.base.size;
  }

  get(id: number): Row | undefined {
    if (this.changes.has(id)) return this.changes.get(id);
    return this.isBase(id) ? this.base.row(id) : undefined;
  }

  /** IDs of the rows that exist, ascending. */
  *ids(): Generator<number> {
    for (let id = 1; id <= this.base.size; id += 1) if (this.has(id)) yield id;
    const added = [...this.changes.keys()].filter((id) => id > this.base.size && this.has(id));
    yield* added.sort((a, b) => a - b);
  }

  /** IDs of the rows whose field has this value, ascending. */
  find(field: string, value: unknown): readonly number[] {
    const untouched = this.base.find(field, value);
    if (this.changes.size === 0) return untouched;
    const touched = this.#indexOfChanges(field).get(value) ?? [];
    return [...untouched.filter((id) => !this.changes.has(id)), ...touched].sort((a, b) => a - b);
  }

  /** Tells of every row that is added, changed or removed from now on. */
  onWrite(listener: (id: number) => void): void {
    this.#listeners.push(listener);
  }

  /** Adds a row under its own ID, or under the next free one. */
  insert(fields: Row): number {
    const given = fields[this.definition.key];
    const id = typeof given === 'number' ? given : this.#nextID;
    this.#write(id, { ...fields, [this.definition.key]: id });
    this.#size += 1;
    return id;
  }

  /** Replaces the named fields of a row. */
  update(id: number, fields: Row): void {
    this.#write(id, { ...this.get(id), ...fields });
  }

  remove(id: number): void {
    this.#write(id, undefined);
    this.#size -= 1;
  }

  #indexOfChanges(field: string): Index {
    let found = this.#found.get(field);
    if (found?.version !== this.#version) {
      const rows = [...this.changes].filter(([, row]) => row !== undefined);
      found = { version: this.#version, index: indexOf(rows, field) };
      this.#found.set(field, found);
    }
    return found.index;
  }

  #write(id: number, row: Row | undefined): void {
    this.changes.set(id, row);
    this.#nextID = Math.max(this.#nextID, id + 1);
    this.#version = this.#nextVersion();
    for (const listener of this.#listeners) listener(id);
  }
}
