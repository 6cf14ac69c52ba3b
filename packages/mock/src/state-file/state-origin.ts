import type { Server } from '../server.ts';

/** What accounts start from: a state means nothing to a fake where they start from something else. */
export interface StateOrigin {
  readonly seed: number;
  /** With its version, as `demo@2`. */
  readonly dataset: string;
  readonly products: number;
  readonly customers: number;
  readonly warehouses: number;
  /** Sales documents of the shop's own history. */
  readonly documents: number;
  /** Tells own data (`--data`) apart; `none` where there is none. */
  readonly data: string;
}

export function originOf({ options, shop, accounts }: Server): StateOrigin {
  const { products, customers, warehouses, salesDocuments, dataset } = shop;
  const data = accounts.dataDigest ?? 'none';
  return {
    seed: options.seed,
    dataset,
    products: products.size,
    customers: customers.size,
    warehouses: warehouses.size,
    documents: salesDocuments.size,
    data,
  };
}
