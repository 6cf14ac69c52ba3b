import type { Server } from '../server.ts';

/** The shop that a state goes with: it means nothing to a fake with another one. */
export interface StateOrigin {
  readonly seed: number;
  /** With its version, as `demo@1`. */
  readonly dataset: string;
  readonly products: number;
  readonly warehouses: number;
}

export function originOf({ options, shop }: Server): StateOrigin {
  const { products, warehouses } = shop;
  return { seed: options.seed, dataset: shop.dataset, products: products.size, warehouses: warehouses.size };
}
