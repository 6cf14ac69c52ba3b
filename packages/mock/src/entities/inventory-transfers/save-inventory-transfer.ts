import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import {
  type DocumentRules,
  type DocumentToSave,
  savedAnswer,
  storeInventoryDocument,
} from '../inventory-documents/save-inventory-document.ts';
import { hasStock } from '../stock/stock.ts';
import { fulfilOrders } from './fulfil-orders.ts';

function check({ account, user, document, rows }: DocumentToSave): void {
  const { warehouseFromID, warehouseToID, inventoryTransferOrderID } = document;
  if (warehouseFromID === warehouseToID) refuse(1013, 'warehouseToID');
  if (user.warehouseIDs !== null && !user.warehouseIDs.includes(Number(warehouseFromID))) refuse(1064);
  if (inventoryTransferOrderID) {
    const order = account.table('inventoryTransfers').get(Number(inventoryTransferOrderID));
    if (order?.type !== 'TRANSFER_ORDER') refuse(1011, 'inventoryTransferOrderID');
  }
  for (const [index, { productID = 0 }] of (rows ?? []).entries())
    if (!hasStock(account, productID)) refuse(1011, `productID${index + 1}`);
}

const rules: DocumentRules = {
  lock: {
    fields: ['warehouseFromID', 'warehouseToID', 'currencyCode', 'currencyRate', 'type'],
    hasOpenPrices: false,
  },
  number: 'inventoryTransferNo',
  fill: (document) => (document.type === 'TRANSFER_ORDER' && !document.status ? { status: 'CREATED' } : {}),
  check,
};

/** Saves a transfer or an order; a confirmed transfer fulfils the order that it names. */
export const saveInventoryTransfer: Handler<typeof calls.saveInventoryTransfer> = (context, input) => {
  const id = storeInventoryDocument(context, input, rules);
  fulfilOrders(context.account, id, userOf(context));
  return savedAnswer(context, id);
};
