/**
 * An order of a web shop from the first click to the invoice: saved, changed, and billed when it is sent. The goods are
 * reserved until then.
 *
 *     npx pnpm@12 example sales-documents --product 1
 *
 * https://learn-api.erply.com/requests/savesalesdocument
 * https://learn-api.erply.com/requests/getsalesdocuments
 */
import { openShop } from './open-shop.ts';

await using shop = openShop(['product', 'customer'], { writes: true });
const { client } = shop;
const productID = shop.wholeNumber('product') ?? 1;
const customerID = shop.wholeNumber('customer');
const customer = customerID === undefined ? {} : { customerID };

// The client sends a key of its own with each new document (temporaryUUID), so it can repeat a save whose answer was
// lost, and there is still one order.
const order = await client.saveSalesDocument({
  type: 'ORDER',
  ...customer,
  rows: [{ productID, amount: 1 }],
});
const [{ invoiceID: id } = { invoiceID: 0 }] = order.records;
console.log(JSON.stringify({ step: 'ordered', id }));

// The customer wants two. Rows are sent as a whole: those that are left out are gone. A change has no such key and is not
// repeated: it would undo what others have changed meanwhile.
const [before] = (await client.getSalesDocuments({ id })).records;
const rows = (before?.rows ?? []).map(({ stableRowID, price, vatrateID }) => ({
  ...{ stableRowID, productID, amount: 2, price, vatrateID },
}));
await client.saveSalesDocument({ id, rows });
const [changed] = (await client.getSalesDocuments({ id })).records;
console.log(JSON.stringify({ step: 'changed', id, total: changed?.total }));

// Sent: the invoice takes the place of the order, and the goods leave.
const invoice = await client.saveSalesDocument({
  type: 'INVWAYBILL',
  baseDocumentID: id,
  ...customer,
  rows: rows.map(({ stableRowID: _, ...row }) => row),
});
const [{ invoiceID, invoiceNo, total } = { invoiceID: 0, invoiceNo: '', total: 0 }] = invoice.records;
const [followed] = (await client.getSalesDocuments({ id })).records;
const by = followed?.followUpDocuments.map(({ number }) => number);
console.log(JSON.stringify({ step: 'billed', id: invoiceID, number: invoiceNo, total, orderFollowedBy: by }));
