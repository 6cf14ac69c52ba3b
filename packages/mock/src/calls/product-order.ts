import type { ProductFacts } from './product-facts.ts';

type SortKey = (facts: ProductFacts, id: number) => number | string;

const sortKeys: Readonly<Record<string, SortKey>> = {
  name: (facts, id) => String(facts.field(id, 'name') ?? '').toLowerCase(),
  code: (facts, id) => facts.code(id).toLowerCase(),
  productID: (_facts, id) => id,
  price: (facts, id) => Number(facts.field(id, 'price') ?? 0),
  parentProductID: (facts, id) => facts.parentProductID(id),
  changed: (facts, id) => facts.lastModified(id),
  added: (facts, id) => facts.added(id),
};

/** How products are sorted: by which of Erply's orders, and which way. */
export interface ProductOrder {
  readonly orderBy: string;
  readonly orderByDir: 'asc' | 'desc';
}

/** All products in the default order: last changed first, never changed ones last. */
export function idsByChanged(facts: ProductFacts): number[] {
  if (facts.table.changes.size === 0)
    return Array.from({ length: facts.base.size }, (_, place) => facts.base.idByChanged(place));
  const existing = [...facts.table.changes.keys()].filter((id) => facts.exists(id));
  const touched = sortProducts(facts, existing, { orderBy: 'changed', orderByDir: 'desc' });
  const merged: number[] = [];
  let next = 0;
  const comesFirst = (id: number, other: number) => {
    const difference = facts.lastModified(id) - facts.lastModified(other);
    return difference > 0 || (difference === 0 && id > other);
  };
  for (let place = 0; place < facts.base.size; place += 1) {
    const id = facts.base.idByChanged(place);
    if (facts.table.changes.has(id)) continue;
    for (let other = touched[next]; other !== undefined && comesFirst(other, id); other = touched[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(id);
  }
  merged.push(...touched.slice(next));
  return merged;
}

/** Sorts by one of Erply's seven orders; equal keys by ID in the same direction. */
export function sortProducts(facts: ProductFacts, ids: readonly number[], order: ProductOrder): number[] {
  const keyOf = sortKeys[order.orderBy] ?? sortKeys.productID;
  const sign = order.orderByDir === 'asc' ? 1 : -1;
  const keyed = ids.map((id) => ({ id, key: keyOf === undefined ? id : keyOf(facts, id) }));
  keyed.sort((left, right) => {
    if (left.key !== right.key) return left.key < right.key ? -sign : sign;
    return sign * (left.id - right.id);
  });
  return keyed.map(({ id }) => id);
}
