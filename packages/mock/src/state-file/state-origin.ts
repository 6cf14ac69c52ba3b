import { createHash } from 'node:crypto';

import type { SavedData } from '../account/saved-account.ts';
import type { Server } from '../server.ts';
import { linesOfData } from './saved-account-lines.ts';

/** What accounts start from: a state means nothing to a fake where they start from something else. */
export interface StateOrigin {
  readonly seed: number;
  /** With its version, as `demo@1`. */
  readonly dataset: string;
  readonly products: number;
  readonly warehouses: number;
  /** Tells own data (`--data`) apart; `none` where there is none. */
  readonly data: string;
}

const digests = new WeakMap<SavedData, string>();

function digestOf(data: SavedData | undefined): string {
  if (data === undefined) return 'none';
  const known = digests.get(data);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const line of linesOfData(data)) hash.update(`${JSON.stringify(line)}\n`);
  hash.update(JSON.stringify([data.users, data.operationsLog]));
  const digest = hash.digest('hex').slice(0, 16);
  digests.set(data, digest);
  return digest;
}

export function originOf({ options, shop, accounts }: Server): StateOrigin {
  const { products, warehouses, dataset } = shop;
  const data = digestOf(accounts.initialData);
  return { seed: options.seed, dataset, products: products.size, warehouses: warehouses.size, data };
}
