import type { MovementKind, StockEntry } from './stock-movement.ts';

const kinds: readonly MovementKind[] = ['registration', 'purchase', 'sale', 'other'];

/** Entries that there is room for at first. */
const firstLength = 16;

const columnsOf = (length: number) => ({
  productID: new Float64Array(length),
  sourceID: new Float64Array(length),
  amount: new Float64Array(length),
  order: new Float64Array(length),
  day: new Int32Array(length),
  /** -1 where the entry has no row. */
  row: new Int32Array(length),
  /** As positions in the list of IDs. */
  warehouse: new Uint32Array(length),
  /** The same, and 0 where goods come from nowhere in the shop. */
  fromWarehouse: new Uint32Array(length),
  kind: new Uint8Array(length),
  /** As positions in the list of tables. */
  table: new Uint8Array(length),
});

type Columns = ReturnType<typeof columnsOf>;

/** What few entries have: most goods leave, and what they cost follows from what came in. */
type Costing = Pick<StockEntry, 'price' | 'cost' | 'creditedID'>;

function costingOf({ price, cost, creditedID }: StockEntry): Costing | undefined {
  if (price === undefined && cost === undefined && creditedID === undefined) return undefined;
  return {
    ...(price !== undefined && { price }),
    ...(cost !== undefined && { cost }),
    ...(creditedID !== undefined && { creditedID }),
  };
}

/** Values by their positions, from 1. */
class Positions<TValue> {
  readonly #values: TValue[] = [];
  readonly #positions = new Map<TValue, number>();

  of(value: TValue): number {
    const known = this.#positions.get(value);
    if (known !== undefined) return known;
    this.#values.push(value);
    this.#positions.set(value, this.#values.length);
    return this.#values.length;
  }

  at(position: number): TValue {
    return this.#values[position - 1] as TValue;
  }
}

/**
 * Entries of stock as columns of numbers: a row of a document takes some 60 bytes, where an object would take hundreds,
 * and a shop may have millions. An entry is known by its place, which another one gets when it is gone.
 */
export class EntryColumns {
  #columns: Columns | undefined;
  #size = 0;
  readonly #free: number[] = [];
  readonly #costings = new Map<number, Costing>();
  readonly #warehouseIDs = new Positions<number>();
  readonly #tables = new Positions<string>();

  /** Entries that there are. */
  get count(): number {
    return this.#size - this.#free.length;
  }

  /** Keeps an entry, and answers its place. */
  add(entry: StockEntry): number {
    const place = this.#free.pop() ?? this.#nextPlace();
    const columns = this.#columns as Columns;
    const { source, fromWarehouseID, row = -1 } = entry;
    columns.productID[place] = entry.productID;
    columns.sourceID[place] = source.id;
    columns.amount[place] = entry.amount;
    columns.order[place] = entry.order;
    columns.day[place] = entry.day;
    columns.row[place] = row;
    columns.warehouse[place] = this.#warehouseIDs.of(entry.warehouseID);
    columns.fromWarehouse[place] = fromWarehouseID === undefined ? 0 : this.#warehouseIDs.of(fromWarehouseID);
    columns.kind[place] = kinds.indexOf(entry.kind);
    columns.table[place] = this.#tables.of(source.table);
    const costing = costingOf(entry);
    if (costing !== undefined) this.#costings.set(place, costing);
    return place;
  }

  remove(place: number): void {
    this.#costings.delete(place);
    this.#free.push(place);
  }

  /** The entry at a place that has one, made anew at each call. */
  get(place: number): StockEntry {
    const columns = this.#columns as Columns;
    const row = columns.row[place] as number;
    const fromWarehouse = columns.fromWarehouse[place] as number;
    return {
      productID: columns.productID[place] as number,
      warehouseID: this.#warehouseIDs.at(columns.warehouse[place] as number),
      amount: columns.amount[place] as number,
      kind: kinds[columns.kind[place] as number] as MovementKind,
      ...(fromWarehouse === 0 ? {} : { fromWarehouseID: this.#warehouseIDs.at(fromWarehouse) }),
      ...this.#costings.get(place),
      ...(row < 0 ? {} : { row }),
      source: {
        table: this.#tables.at(columns.table[place] as number),
        id: columns.sourceID[place] as number,
      },
      day: columns.day[place] as number,
      order: columns.order[place] as number,
    };
  }

  /** Before 0 where the entry at a place comes first, after 0 where the other does. */
  compare(place: number, { day, order, row = -1 }: StockEntry): number {
    const columns = this.#columns as Columns;
    return (
      (columns.day[place] as number) - day ||
      (columns.order[place] as number) - order ||
      (columns.row[place] as number) - row
    );
  }

  #nextPlace(): number {
    const place = this.#size;
    this.#size += 1;
    const length = this.#columns?.day.length ?? 0;
    if (place < length) return place;
    const grown = columnsOf(length === 0 ? firstLength : Math.ceil(length * 1.5));
    for (const name of Object.keys(grown) as (keyof Columns)[])
      if (this.#columns !== undefined) grown[name].set(this.#columns[name]);
    this.#columns = grown;
    return place;
  }
}
