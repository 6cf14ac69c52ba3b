import type { TableDefinition } from '@erply-kit/schemas';

import { Base, type BaseRows } from './base.ts';
import type { RecordBehaviour } from './behaviour.ts';
import { type RecordCache, RecordCacheBudget } from './record-cache.ts';
import type { Row } from './row.ts';
import { Table } from './table.ts';

interface BaseTablesOptions {
  readonly definitions: Readonly<Record<string, TableDefinition>>;
  /** The rows of a table, by its name. */
  readonly rowsOf: (name: string) => BaseRows;
  readonly behaviours: Readonly<Record<string, RecordBehaviour>>;
  /** What the encoded records of all tables may take together. */
  readonly maxCacheBytes: number;
}

/** The tables that all accounts start from, and what is shared of them. */
export class BaseTables {
  readonly #bases = new Map<string, Base>();
  readonly #caches = new Map<string, RecordCache>();
  readonly #cacheBudget: RecordCacheBudget;
  #lastVersion = 0;
  readonly #savedVersions = new WeakMap<ReadonlyMap<number, Row | undefined>, number>();

  constructor({ definitions, rowsOf, behaviours, maxCacheBytes }: BaseTablesOptions) {
    this.#cacheBudget = new RecordCacheBudget(maxCacheBytes);
    for (const [name, definition] of Object.entries(definitions)) {
      this.#bases.set(name, new Base(definition, rowsOf(name), behaviours[name]));
    }
  }

  get names(): readonly string[] {
    return [...this.#bases.keys()];
  }

  has(name: string): boolean {
    return this.#bases.has(name);
  }

  /** A number that no state of any account's tables has had. */
  readonly nextVersion = (): number => {
    this.#lastVersion += 1;
    return this.#lastVersion;
  };

  base(name: string): Base {
    const base = this.#bases.get(name);
    if (base === undefined) throw new Error(`there is no table ${name}`);
    return base;
  }

  /** A table that nobody has changed yet. */
  create(name: string): Table {
    return new Table(this.base(name), this.nextVersion, this.#savedVersions);
  }

  /** Encoded records that are those of all accounts; `variant` tells what of them is shown. */
  sharedCache(name: string, variant = ''): RecordCache {
    const key = `${name}\n${variant}`;
    let cache = this.#caches.get(key);
    if (cache === undefined) {
      cache = this.#cacheBudget.cache();
      this.#caches.set(key, cache);
    }
    return cache;
  }
}
