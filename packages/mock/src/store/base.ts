import type { TableDefinition } from '@erply-kit/schemas';

import { type Steps, takeAtOnce, takeInSlices } from '../slices.ts';
import type { RecordBehaviour } from './behaviour.ts';
import type { Row } from './row.ts';
import { ValueIndex } from './value-index.ts';

/** Rows as they are generated: `size` of them, with the IDs from `firstID` on. */
export interface BaseRows {
  readonly size: number;
  /** @default 1 */
  readonly firstID?: number;
  row(id: number): object;
  /** One field of a row, where it can be had without building the row. */
  value?(field: string, id: number): unknown;
  /**
   * IDs of the rows whose field has this value, ascending, where they follow from the value. `undefined` where the rows
   * have to be looked through.
   */
  find?(field: string, value: unknown): readonly number[] | undefined;
}

/** Base tables up to this size keep their rows: the records of other tables show some of them again and again. */
const keptRows = 10_000;

/** The immutable rows of one table that every account starts from, and what finds them. */
export class Base {
  readonly definition: TableDefinition;
  readonly behaviour: RecordBehaviour;
  /** One field of a row. A million rows are read so, hence it is what the rows have, and nothing around it. */
  readonly value: (field: string, id: number) => unknown;
  readonly #rows: BaseRows;
  readonly #kept: Map<number, Row> | undefined;
  readonly #indexes = new Map<string, ValueIndex>();
  /** Indexes that are being made in slices. */
  readonly #building = new Map<string, Promise<ValueIndex>>();

  constructor(definition: TableDefinition, rows: BaseRows, behaviour: RecordBehaviour = {}) {
    this.definition = definition;
    this.behaviour = behaviour;
    this.#rows = rows;
    this.#kept = rows.size <= keptRows ? new Map() : undefined;
    this.value = rows.value?.bind(rows) ?? ((field, id) => this.row(id)[field]);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The ID of the first row; the others follow without a gap. */
  get firstID(): number {
    return this.#rows.firstID ?? 1;
  }

  /** The ID of the last row; less than that of the first where there are none. */
  get lastID(): number {
    return this.firstID + this.size - 1;
  }

  has(id: number): boolean {
    return Number.isInteger(id) && id >= this.firstID && id <= this.lastID;
  }

  row(id: number): Row {
    const known = this.#kept?.get(id);
    if (known !== undefined) return known;
    const row = this.#rows.row(id) as Row;
    this.#kept?.set(id, row);
    return row;
  }

  /** IDs of the rows whose field has this value, ascending, where they follow from the value; else `undefined`. */
  computed(field: string, value: unknown): readonly number[] | undefined {
    return this.#rows.find?.(field, value);
  }

  /** The rows that have an ID in this field follow from the ID, so that no index of it is needed. */
  computes(field: string): boolean {
    return this.computed(field, 1) !== undefined;
  }

  /** IDs of the rows whose field has this value, ascending. The first look at a field goes through all rows at once. */
  find(field: string, value: unknown): readonly number[] {
    const known = this.computed(field, value);
    if (known !== undefined) return known;
    const index = this.#indexes.get(field) ?? this.#keep(field, takeAtOnce(this.#build(field)));
    return index.of(value);
  }

  /** The rows by the values of a field; the first time made in slices. Then `find` costs what it finds. */
  async index(field: string): Promise<ValueIndex> {
    const known = this.#indexes.get(field);
    if (known !== undefined) return known;
    const building =
      this.#building.get(field) ??
      takeInSlices(this.#build(field)).then((index) => {
        this.#building.delete(field);
        return this.#keep(field, this.#indexes.get(field) ?? index);
      });
    this.#building.set(field, building);
    return building;
  }

  #build(field: string): Steps<ValueIndex> {
    const valuesOf = this.behaviour.lookupFields?.[field];
    if (valuesOf === undefined) return ValueIndex.build(this, (id) => this.value(field, id));
    return ValueIndex.buildLists(this, (id) => valuesOf((name) => this.value(name, id)));
  }

  #keep(field: string, index: ValueIndex): ValueIndex {
    this.#indexes.set(field, index);
    return index;
  }
}
