import type { Table } from '../store/table.ts';

/** What a product has to be like to be chosen. */
export interface ProductFilter {
  /** The same text for the same filter: what it chooses among untouched products is remembered by it. */
  readonly key: string;
  /** Tests a product by its fields. */
  readonly matches: (product: ProductFields) => boolean;
  /** The untouched products that match, each once, where there is a shorter way than to test them all. */
  readonly untouched?: () => Promise<readonly number[] | undefined>;
  /** Those of the products that an account has touched which can match, where there is a shorter way than to test all. */
  readonly touched?: (table: Table) => Iterable<number> | undefined;
}

/** The fields of a product, touched or not. */
export interface ProductFields {
  readonly id: number;
  get(field: string): unknown;
}
