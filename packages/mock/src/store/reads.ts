import type { ReadTable, TableLookup } from './behaviour.ts';

/** About what a row or a search takes of the memory. */
const readBytes = 40;

/** What was read of tables for something that was made of it: it is still true as long as that all is the same. */
export class Reads {
  readonly #rows: (readonly [table: string, id: number, stamp: unknown])[] = [];
  readonly #searches: (readonly [table: string, field: string, value: unknown, ids: readonly number[]])[] =
    [];

  /** About what it takes of the memory. */
  get bytes(): number {
    return (this.#rows.length + this.#searches.length) * readBytes;
  }

  /** Tables whose reads are noted here. */
  noting(lookup: TableLookup): TableLookup {
    const noted = new Map<string, ReadTable>();
    return (name) => {
      let table = noted.get(name);
      if (table === undefined) {
        table = this.#notingTable(name, lookup(name));
        noted.set(name, table);
      }
      return table;
    };
  }

  /** All that was read is the same in these tables. */
  isSameIn(lookup: TableLookup): boolean {
    return (
      this.#rows.every(([table, id, stamp]) => lookup(table).stampOf(id) === stamp) &&
      this.#searches.every(([table, field, value, ids]) => isSame(lookup(table).find(field, value), ids))
    );
  }

  #notingTable(name: string, table: ReadTable): ReadTable {
    return {
      definition: table.definition,
      behaviour: table.behaviour,
      version: table.version,
      stampOf: (id) => table.stampOf(id),
      get: (id) => {
        this.#rows.push([name, id, table.stampOf(id)]);
        return table.get(id);
      },
      value: (field, id) => {
        this.#rows.push([name, id, table.stampOf(id)]);
        return table.value(field, id);
      },
      find: (field, value) => {
        const ids = table.find(field, value);
        this.#searches.push([name, field, value, ids]);
        return ids;
      },
    };
  }
}

const isSame = (left: readonly number[], right: readonly number[]) =>
  left.length === right.length && left.every((id, index) => id === right[index]);
