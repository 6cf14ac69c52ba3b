/**
 * What has moved in a period without being sold: write-offs, transfers between locations, and what was bought. A line
 * for each product of each document.
 *
 *     npx pnpm@12 example movements --from 2025-12-01 --to 2025-12-31
 *
 * https://learn-api.erply.com/requests/getinventorywriteoffs
 * https://learn-api.erply.com/requests/getinventorytransfers
 * https://learn-api.erply.com/requests/getpurchasedocuments
 */
import { openShop } from './open-shop.ts';

await using shop = openShop(['from', 'to']);
const { client } = shop;
const period = { dateFrom: shop.option('from') ?? null, dateTo: shop.option('to') ?? null };

interface Moved {
  readonly productID: number;
  readonly amount: number;
}

let count = 0;
function print(document: object, rows: readonly Moved[]): void {
  for (const { productID, amount } of rows) {
    console.log(JSON.stringify({ ...document, productID, amount }));
    count += 1;
  }
}

for await (const writeOff of client.getInventoryWriteOffs.all(period)) {
  if (writeOff.confirmed !== 1) continue;
  const { inventoryWriteOffID: id, date, warehouseID } = writeOff;
  print({ what: 'write-off', id, date, from: warehouseID }, writeOff.rows);
}
for await (const transfer of client.getInventoryTransfers.all({ ...period, type: 'TRANSFER' })) {
  if (transfer.confirmed !== 1) continue;
  const { inventoryTransferID: id, date, warehouseFromID, warehouseToID } = transfer;
  print({ what: 'transfer', id, date, from: warehouseFromID, to: warehouseToID }, transfer.rows);
}
const purchases = { ...period, confirmed: 1, getRowsForAllInvoices: 1 } as const;
for await (const purchase of client.getPurchaseDocuments.all(purchases)) {
  const { id, type, date, warehouseID, rows } = purchase;
  // An order is not a movement: what has come of it has an invoice or a waybill of its own.
  const what = type === 'PRCORDER' ? 'on order' : type === 'PRCRETURN' ? 'returned' : 'bought';
  print({ what, id, date, to: warehouseID }, rows ?? []);
}
console.error(`${count} lines`);
