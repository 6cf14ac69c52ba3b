import type { ErplyClient } from '@erply-kit/client';

import { stockKeepingTypes } from './erply-source.ts';
import { readDeletedID, readProduct } from './read-answers.ts';
import type { Product } from './stock-source.ts';

export interface ChangedProducts {
  /** Products that can have stock, as they are now. */
  readonly changed: readonly Product[];
  /** Products that were deleted or archived, or keep no stock any more. */
  readonly gone: readonly number[];
}

/** Reads the products that were added, changed, archived or deleted since then (Unix seconds). */
export async function readChangedProducts(
  since: number,
  { client, signal }: { readonly client: ErplyClient; readonly signal: AbortSignal },
): Promise<ChangedProducts> {
  const changed: Product[] = [];
  const gone: number[] = [];
  const getFields = ['productID', 'type', 'status', 'code', 'code2', 'nonStockProduct'];
  const input = { changedSince: since, getFields } as const;
  for await (const page of client.getProducts.pages(input, { signal, inBulk: true })) {
    for (const sent of page.records) {
      const product = isInFeed(sent) ? readProduct(sent) : undefined;
      if (product) changed.push(product);
      else gone.push(Number(sent.productID));
    }
  }
  const deletions = { tableName: 'products', addedFrom: since } as const;
  for await (const page of client.getUserOperationsLog.pages(deletions, { signal, inBulk: true }))
    for (const sent of page.records) if (sent.tableName === 'products') gone.push(readDeletedID(sent));
  return { changed, gone };
}

function isInFeed({ type, status }: { readonly type?: unknown; readonly status?: unknown }): boolean {
  return status !== 'ARCHIVED' && (stockKeepingTypes as readonly unknown[]).includes(type);
}
