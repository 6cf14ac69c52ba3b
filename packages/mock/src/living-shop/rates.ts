/** Everything that happens in a living shop. */
export type ShopEvent =
  | 'sale'
  | 'return'
  | 'delivery'
  | 'writeOff'
  | 'transfer'
  | 'priceChange'
  | 'edit'
  | 'addition'
  | 'archiving'
  | 'deletion';

/** How many of a hundred changes are of each kind. */
const shares: Readonly<Record<ShopEvent, number>> = {
  sale: 58,
  return: 5,
  delivery: 10,
  writeOff: 2,
  transfer: 3,
  priceChange: 9,
  edit: 7,
  addition: 3,
  archiving: 1,
  deletion: 2,
};

/** The kinds, each as often as its share. */
export const hundredEvents: readonly ShopEvent[] = Object.entries(shares).flatMap(([kind, share]) =>
  Array.from({ length: share }, () => kind as ShopEvent),
);

/** Changes a day where nobody says: a fiftieth of the products, within bounds. */
export const changesADay = (products: number) => Math.min(2000, Math.max(10, Math.round(products / 50)));
