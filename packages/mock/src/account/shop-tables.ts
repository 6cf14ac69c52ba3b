import type { Shop } from '@erply-kit/fixtures';
import { tables } from '@erply-kit/schemas';

import { PrintCache } from './print-cache.ts';
import { type Base, type Row, Table } from './table.ts';

/** Base tables up to this size keep their rows: every product shows some of them. */
const keptRows = 10_000;

/** The base tables of the shop, and what is shared of them by all accounts. */
export class ShopTables {
  readonly #bases = new Map<string, Base>();
  readonly #prints = new Map<string, PrintCache>();
  /** How many bytes of printed untouched records of a table the server keeps. */
  readonly #maxPrintBytes: number;
  #lastVersion = 0;

  constructor(shop: Shop, maxPrintBytes: number) {
    this.#maxPrintBytes = maxPrintBytes;
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
    return new Table(definition, base, () => {
      this.#lastVersion += 1;
      return this.#lastVersion;
    });
  }

  sharedPrints(name: string): PrintCache {
    let prints = this.#prints.get(name);
    if (prints === undefined) {
      prints = new PrintCache(this.#maxPrintBytes);
      this.#prints.set(name, prints);
    }
    return prints;
  }
}

function remembering(base: { readonly size: number; row(id: number): object }): Base {
  if (base.size > keptRows) return { size: base.size, row: (id) => base.row(id) as Row };
  const rows = new Map<number, Row>();
  return {
    size: base.size,
    row(id) {
      let row = rows.get(id);
      if (row === undefined) {
        row = base.row(id) as Row;
        rows.set(id, row);
      }
      return row;
    },
  };
}
