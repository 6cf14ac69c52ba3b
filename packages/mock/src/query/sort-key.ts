/** What one product is sorted by: numbers among numbers, texts among texts. */
export type SortKey = number | string;

/** Erply's orders of products: the field that each sorts by. */
const fields = {
  name: { field: 'name', isText: true },
  code: { field: 'code', isText: true },
  productID: { field: 'productID', isText: false },
  price: { field: 'price', isText: false },
  parentProductID: { field: 'parentProductID', isText: false },
  changed: { field: 'lastModified', isText: false },
  added: { field: 'added', isText: false },
} as const;

export type OrderName = keyof typeof fields;

export const isTextOrder = (order: OrderName) => fields[order].isText;

export const sortField = (order: OrderName) => fields[order].field;

/** The key that a value makes: texts whatever their case, unset ones first. */
export function sortKey(order: OrderName, value: unknown): SortKey {
  return fields[order].isText ? String(value ?? '').toLowerCase() : Number(value ?? 0);
}

/** What a product is sorted by, where `value` reads one of its fields. */
export const keyBy = (order: OrderName, value: (field: string) => unknown): SortKey =>
  sortKey(order, value(sortField(order)));

/** Below 0 when the left one comes first; alike keys go by ID. */
export function compareKeys(
  left: { readonly key: SortKey; readonly id: number },
  right: { readonly key: SortKey; readonly id: number },
): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  return left.id - right.id;
}
