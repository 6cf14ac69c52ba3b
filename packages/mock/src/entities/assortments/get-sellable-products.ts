import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { contentsOf } from './assortment-contents.ts';

/** More products than this are not answered. */
const maxProducts = 10_000;

const sellable: readonly string[] = ['ACTIVE', 'NO_LONGER_ORDERED'];

/** What a location may sell: by the status on the card and that in its assortment. */
export const getSellableProducts: Handler<typeof calls.getSellableProducts> = (context, input) => {
  userOf(context);
  const { account } = context;
  const warehouse = account.table('warehouses').get(input.warehouseID);
  if (warehouse === undefined) refuse(1011, 'warehouseID');
  const assortmentID = warehouse?.assortmentID ?? 0;
  if (!account.table('assortments').has(assortmentID)) refuse(1136);
  const contents = [...contentsOf(account, assortmentID).values()];
  if (contents.length > maxProducts) refuse(1137);
  const statusOf = (productID: number) =>
    String(account.table('products').value('status', productID) ?? 'ACTIVE');
  const found = contents.filter(
    ({ productID, status }) => sellable.includes(status) && sellable.includes(statusOf(productID)),
  );
  return { recordsTotal: found.length, records: found.map(({ productID }) => `{"productID":${productID}}`) };
};
