import type { TableDefinition } from '@erply-kit/schemas';

import { inSlices } from '../slices.ts';
import type { Base } from './base.ts';
import type { RecordBehaviour } from './behaviour.ts';
import { bytesOf } from './bytes-of.ts';
import { ChangeIndex } from './change-index.ts';
import type { Row } from './row.ts';

/** What a change takes beside its fields, in the indexes and orders that know it. */
const changeBytes = 400;

type Changes = ReadonlyMap<number, Row | undefined>;

/** What an account has changed of a table, as it was at one moment. Several tables may share it: it never changes. */
export interface SavedTable {
  readonly changes: Changes;
  readonly nextID: number;
  readonly size: number;
  /** About what the changes take of the memory. */
  readonly bytes: number;
}

/** Stands for the state of a row that is gone. */
const deleted = Symbol('deleted');

/** What tables share that nobody has changed: thousands of accounts only read. */
const unchanged: Changes = new Map();

/**
 * One table of one account: the shared base, and what the account has changed of it. A fork costs what was changed,
 * not what exists.
 */
export class Table<TRow extends Row = Row> {
  readonly base: Base;
  /**
   * What the account has changed, by ID: of a row of the base the fields that were saved, of a new row all of it, its
   * key among them; `undefined` for a deleted one. A change is never changed itself, but replaced. The first one makes
   * a map of its own: ask for it anew after every wait.
   */
  get changes(): Changes {
    return this.#changes ?? unchanged;
  }

  #changes: Map<number, Row | undefined> | undefined;
  /** The changes are part of a saved state too: the next write copies them. */
  #isSaved = false;
  #bytes = 0;
  #nextID: number;
  #size: number;
  #version: number;
  readonly #nextVersion: () => number;
  readonly #savedVersions: WeakMap<Changes, number>;
  /** Changed rows by fields that somebody has looked for. */
  #indexes: Map<string, ChangeIndex> | undefined;
  #listeners: ((id: number) => void)[] | undefined;
  /** Tables whose IDs it shares. */
  #sharing: (() => readonly Table[]) | undefined;

  /** `savedVersions` are those of saved changes: tables that go on from the same ones are in the same state. */
  constructor(base: Base, nextVersion: () => number, savedVersions = new WeakMap<Changes, number>()) {
    this.base = base;
    this.#savedVersions = savedVersions;
    this.#nextID = base.lastID + 1;
    this.#size = base.size;
    this.#version = 0;
    this.#nextVersion = nextVersion;
  }

  get definition(): TableDefinition {
    return this.base.definition;
  }

  get behaviour(): RecordBehaviour {
    return this.base.behaviour;
  }

  /** 0 while the table is as the base has it; else a number that no other state of any account's table has. */
  get version(): number {
    return this.#version;
  }

  /** Rows that exist. */
  get size(): number {
    return this.#size;
  }

  /** About what its changes take of the memory. */
  get bytes(): number {
    return this.#bytes;
  }

  has(id: number): boolean {
    return this.changes.has(id) ? this.changes.get(id) !== undefined : this.isBase(id);
  }

  /** The base has the ID, whatever the account did to it. */
  isBase(id: number): boolean {
    return this.base.has(id);
  }

  get(id: number): TRow | undefined {
    const change = this.changes.get(id);
    if (change !== undefined) return this.rowOf(id, change);
    return this.isBase(id) && !this.changes.has(id) ? (this.base.row(id) as TRow) : undefined;
  }

  /** What stands for the state of a row: the same as long as it is not written to. */
  stampOf(id: number): unknown {
    const change = this.changes.get(id);
    return change === undefined && this.changes.has(id) ? deleted : change;
  }

  /** The row that a change makes. */
  rowOf(id: number, change: Row): TRow {
    return (this.#isWhole(change) ? change : { ...this.base.row(id), ...change }) as TRow;
  }

  /** One field of a row that exists; the row is not built for it. */
  value(field: string, id: number): unknown {
    const change = this.changes.get(id);
    if (change !== undefined && (Object.hasOwn(change, field) || this.#isWhole(change))) return change[field];
    return this.base.value(field, id);
  }

  /** IDs of the rows that exist, ascending. */
  *ids(): Generator<number> {
    const { firstID, lastID } = this.base;
    const added = [...this.changes.keys()].filter((id) => !this.isBase(id) && this.has(id));
    added.sort((a, b) => a - b);
    const after = added.findIndex((id) => id > lastID);
    const before = after === -1 ? added.length : after;
    yield* added.slice(0, before);
    for (let id = firstID; id <= lastID; id += 1) if (this.has(id)) yield id;
    yield* added.slice(before);
  }

  /** IDs of the rows whose field has this value, ascending. */
  find(field: string, value: unknown): number[] {
    const ofBase = this.base.find(field, value);
    if (this.changes.size === 0) return [...ofBase];
    const changed = this.changedWith(field, value);
    return [...ofBase.filter((id) => !this.changes.has(id)), ...changed].sort((a, b) => a - b);
  }

  /** Makes the indexes of a field, the first time in slices, so that `find` and `changedWith` cost what they find. */
  async index(field: string): Promise<void> {
    if (!this.base.computes(field)) await this.base.index(field);
    await this.indexChanges(field);
  }

  /** The same of what the account has changed only. */
  async indexChanges(field: string): Promise<void> {
    if (this.changes.size === 0) return;
    const index = this.#indexOf(field);
    await inSlices(() => index.build());
  }

  /** IDs of the rows that the account has changed or added whose field has this value, in no order. */
  changedWith(field: string, value: unknown): Iterable<number> {
    return this.changes.size === 0 ? [] : this.#indexOf(field).of(value ?? undefined);
  }

  #indexOf(field: string): ChangeIndex {
    this.#indexes ??= new Map();
    let index = this.#indexes.get(field);
    if (index === undefined) {
      index = new ChangeIndex([...this.changes.keys()], (id, made) => {
        if (this.has(id)) made.set(id, this.#indexedValue(field, id));
      });
      this.#indexes.set(field, index);
    }
    return index;
  }

  #indexedValue(field: string, id: number): unknown {
    const valuesOf = this.behaviour.lookupFields?.[field];
    if (valuesOf === undefined) return this.value(field, id) ?? undefined;
    return valuesOf((name) => this.value(name, id));
  }

  /** Its IDs are those of others too: a new row gets one that none of them has had. */
  shareIDsWith(others: () => readonly Table[]): void {
    this.#sharing = others;
  }

  /** The table with which it shares its IDs and which has this one; `undefined` where none has it. */
  holderOf(id: number): Table | undefined {
    return this.#sharing?.().find((other) => other.has(id));
  }

  #freeID(): number {
    const others = this.#sharing?.() ?? [];
    return Math.max(this.#nextID, ...others.map((other) => other.#nextID));
  }

  /** Reports every row that is added, changed or removed from now on. */
  onWrite(listener: (id: number) => void): void {
    this.#listeners ??= [];
    this.#listeners.push(listener);
  }

  /** Adds a row under its own ID, or under the next free one. */
  insert(fields: Row): number {
    const given = fields[this.definition.key];
    const id = typeof given === 'number' ? given : this.#freeID();
    this.#write(id, { ...fields, [this.definition.key]: id });
    this.#size += 1;
    return id;
  }

  /** Replaces the named fields of a row; its key stays. */
  update(id: number, fields: Row): void {
    const before = this.changes.get(id) ?? {};
    const { [this.definition.key]: _, ...others } = fields;
    this.#write(id, { ...before, ...others });
  }

  remove(id: number): void {
    this.#write(id, undefined);
    this.#size -= 1;
  }

  /** What has been changed, for as long as somebody wants it: it costs nothing until the next write. */
  save(): SavedTable {
    this.#isSaved = this.#changes !== undefined;
    if (this.#isSaved) this.#savedVersions.set(this.changes, this.#version);
    return { changes: this.changes, nextID: this.#nextID, size: this.#size, bytes: this.#bytes };
  }

  /** Takes over what was saved. Only for a table that nothing has been asked of yet: nobody is told. */
  load({ changes, nextID, size, bytes }: SavedTable): void {
    // It is not written to as long as it counts as saved.
    this.#changes = changes as Map<number, Row | undefined>;
    this.#isSaved = true;
    this.#nextID = nextID;
    this.#size = size;
    this.#bytes = bytes;
    this.#version = this.#savedVersions.get(changes) ?? this.#nextVersion();
  }

  #isWhole(change: Row): boolean {
    return Object.hasOwn(change, this.definition.key);
  }

  #write(id: number, change: Row | undefined): void {
    if (this.#changes === undefined || this.#isSaved) this.#changes = new Map(this.#changes);
    this.#isSaved = false;
    if (this.#changes.has(id)) this.#bytes -= changeBytes + bytesOf(this.#changes.get(id));
    this.#bytes += changeBytes + bytesOf(change);
    this.#changes.set(id, change);
    this.#nextID = Math.max(this.#nextID, id + 1);
    this.#version = this.#nextVersion();
    for (const [field, index] of this.#indexes ?? []) {
      if (change === undefined) index.delete(id);
      else index.set(id, this.#indexedValue(field, id));
    }
    for (const listener of this.#listeners ?? []) listener(id);
  }
}
