import type { FeedRow } from '../feed-row.ts';

/** The codes that stand in a file already, and whose they are. */
export interface KnownCodes {
  /** Whether another product has stood there with this code. */
  isAnothers(row: FeedRow): boolean;
}

/**
 * A channel that knows products by their code would give the stock of one to the other. The first one keeps the code.
 * One entry a product: some 100 bytes.
 */
export function createKnownCodes(): KnownCodes {
  const owners = new Map<string, number>();
  return {
    isAnothers({ code = '', productID }) {
      const owner = owners.get(code);
      if (owner === undefined) owners.set(code, productID);
      return owner !== undefined && owner !== productID;
    },
  };
}
