import type { BaseFinder } from '../../query/base-finder.ts';
import type { Filter } from '../../query/filter.ts';

/** Products by their IDs. */
export function named(base: BaseFinder, ids: readonly number[]): Filter {
  const wanted = new Set(ids);
  const known = [...wanted].filter((id) => id >= 1 && id <= base.products.size);
  return {
    key: `productID=${[...wanted].sort((left, right) => left - right).join()}`,
    matches: (product) => wanted.has(product.id),
    untouched: async () => known,
    touched: ({ changes }) => [...wanted].filter((id) => changes.has(id)),
  };
}
