import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { filtersOfInput, indexTrees } from '../products/filters.ts';
import { purchaseOrdersOf } from '../purchase-documents/purchase-book.ts';
import { stockOf } from './stock.ts';
import { stockWarehouses, sumOver } from './stock-selection.ts';

/** What orders wait for; only products that stand in one are looked at. */
export const getAmountsOnOrder: Handler<typeof calls.getAmountsOnOrder> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const warehouseIDs = stockWarehouses(account, input);
  const { warehouseID: _, getOnlyConfirmedPurchaseOrders: isConfirmedOnly, ...rest } = input;
  const { getProductsWithReorderPointDefined, getProductsWithRestockLevelDefined, ...chosen } = rest;
  await indexTrees(account, chosen);
  const orders = purchaseOrdersOf(account);
  const { levels } = stockOf(account);
  const has = (level: 'reorderPoint' | 'restockLevel', productID: number) =>
    warehouseIDs.some((id) => levels.get(level, productID, id) !== 0);
  const amountOf = sumOver(warehouseIDs, (productID, warehouseID) => {
    const pending = orders.amountPending(productID, warehouseID);
    return isConfirmedOnly === 1 ? pending : pending + orders.amountInDrafts(productID, warehouseID);
  });
  const records: string[] = [];
  const filters = filtersOfInput(account, chosen);
  for (const productID of account.finder('products').among(orders.products(), filters)) {
    if (getProductsWithReorderPointDefined === 1 && !has('reorderPoint', productID)) continue;
    if (getProductsWithRestockLevelDefined === 1 && !has('restockLevel', productID)) continue;
    const amount = amountOf(productID);
    if (amount !== 0) records.push(phpJson({ productID, amount }));
  }
  return { recordsTotal: records.length, records };
};
