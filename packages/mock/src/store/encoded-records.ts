import type { TableDefinition } from '@erply-kit/schemas';

import type { Encodable } from '../wire/ascii.ts';
import type { TableLookup } from './behaviour.ts';
import { withJoinedFields } from './joins.ts';
import type { RecordCache, RecordCacheBudget } from './record-cache.ts';
import { RecordVariant } from './record-variant.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** A row with the names that it has in a language. */
export type Localize = (row: Row, language: string, definition: TableDefinition) => Row;

interface EncodedRecordsOptions {
  readonly table: Table;
  readonly lookup: TableLookup;
  readonly localize: Localize;
  /** Records of the base, which are those of all accounts whose joined tables nobody has changed. */
  readonly shared: (variant: string) => RecordCache;
  readonly budget: RecordCacheBudget;
}

/**
 * The records of one table of one account as JSON, without the blocks that a request may ask for. Those of the base are
 * shared by all accounts that have not changed the joined tables either.
 */
export class EncodedRecords {
  readonly #options: EncodedRecordsOptions;
  readonly #table: Table;
  readonly #lookup: TableLookup;
  /** By the fields on demand that they show. */
  readonly #variants = new Map<string, RecordVariant>();

  constructor(options: EncodedRecordsOptions) {
    this.#options = options;
    this.#table = options.table;
    this.#lookup = options.lookup;
  }

  /** A record with its joined fields, in documented types; with the names of a language where one is given. */
  record(id: number, language?: string): Row | undefined {
    const lookup = language === undefined ? this.#lookup : this.#lookupIn(language);
    const row = lookup(this.#table.definition.name).get(id);
    return row === undefined ? undefined : withJoinedFields(row, this.#table, lookup);
  }

  /**
   * The JSON of records that exist, in the order of `ids`, made when it is wanted: as they are now, for all that.
   * `shown` are fields on demand that they have.
   */
  encodable(ids: ArrayLike<number> & Iterable<number>, shown: readonly string[] = []): Encodable {
    const { changes } = this.#table;
    const variant = this.#variantOf(shown);
    // A change is replaced by the next one, so it is enough to hold on to it.
    const changed = changes.size === 0 ? undefined : Array.from(ids, (id) => changes.get(id));
    return {
      length: ids.length,
      encode: (from, to) =>
        variant.encode(Array.prototype.slice.call(ids, from, to), changed?.slice(from, to)),
    };
  }

  #variantOf(shown: readonly string[]): RecordVariant {
    const key = shown.join();
    let variant = this.#variants.get(key);
    if (variant === undefined) {
      const { table, lookup, shared, budget } = this.#options;
      variant = new RecordVariant({ table, lookup, shared: shared(key), budget, shown });
      this.#variants.set(key, variant);
    }
    return variant;
  }

  /** Tables whose rows have the names of a language. */
  #lookupIn(language: string): TableLookup {
    return (name) => {
      const table = this.#lookup(name);
      const get = (id: number) => {
        const row = table.get(id);
        return row === undefined ? undefined : this.#options.localize(row, language, table.definition);
      };
      return {
        definition: table.definition,
        behaviour: table.behaviour,
        version: table.version,
        stampOf: (id) => table.stampOf(id),
        find: (field, value) => table.find(field, value),
        get,
        value: (field, id) => get(id)?.[field],
      };
    };
  }
}
