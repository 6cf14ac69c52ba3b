import type { Shop } from '@erply-kit/fixtures';
import { tables } from '@erply-kit/schemas';

import { PrintBudget, type PrintCache } from './record-cache.ts';
import { type Base, indexOf, type Row, Table } from './table.ts';

/** Base tables up to this size keep their rows: every product shows some of them. */
const keptRows = 10_000;

/** The base tables of the shop, and what is shared of them by all accounts. */
export class ShopTables {
  readonly #bases = new Map<string, Base>();
  readonly #prints = new Map<string, PrintCache>();
  /** For the printed untouched records of all tables. */
  readonly #printBudget: PrintBudget;
  #lastVersion = 0;
  readonly #nextVersion = () => {
    this.#lastVersion += 1;
    return this.#lastVersion;
  };

  constructor(shop: Shop, maxPrintBytes: number) {
    this.#printBudget = new PrintBudget(maxPrintBytes);
    for (const name of Object.keys(tables)) {
      this.#bases.set(name, remembering(shop[name as keyof typeof tables]));
    }
  }

  get names(): readonly string[] {
    return [...this.#bases.keys()];
  }

  has(name: string): boolean {
    return this.#bases.has(name);
  }

  create(name: string): Table {
    const base = this.#bases.get(name);
    const definition = Object.hasOwn(tables, name) ? tables[name as keyof typeof tables] : undefined;
    if (base === undefined || definition === undefined) throw new Error(`the shop has no table ${name}`);
    return new Table(definition, base, this.#nextVersion);
  }

  sharedPrints(name: string): PrintCache {
    let prints = this.#prints.get(name);
    if (prints === undefined) {
      prints = this.#printBudget.cache();
      this.#prints.set(name, prints);
    }
    return prints;
  }
}

interface Rows {
  readonly size: number;
  row(id: number): object;
  value?(field: string, id: number): unknown;
}

function remembering(base: Rows): Base {
  const rows = new Map<number, Row>();
  const isKept = base.size <= keptRows;
  const row = (id: number): Row => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const built = base.row(id) as Row;
    if (isKept) rows.set(id, built);
    return built;
  };
  const value = base.value ?? ((field: string, id: number) => row(id)[field]);
  return { size: base.size, row, value, find: finder(base.size, value) };
}

/** Finds rows by a field's value; the rows never change, so each field is gone through once. */
function finder(size: number, value: Base['value']): Base['find'] {
  const indexes = new Map<string, ReturnType<typeof indexOf>>();
  return (field, sought) => {
    let index = indexes.get(field);
    if (index === undefined) {
      const ids = Array.from({ length: size }, (_, place) => place + 1);
      index = indexOf(ids.map((id) => [id, value(field, id)]));
      indexes.set(field, index);
    }
    return index.get(sought) ?? [];
  };
}
