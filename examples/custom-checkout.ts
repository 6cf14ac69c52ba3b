/**
 * A checkout of one's own: Erply prices the cart, so that price lists, promotions, taxes and roundings are its own. What
 * it has answered is saved as a receipt, and paid for in the same request.
 *
 *     npx pnpm@12 example custom-checkout --products 1,2 --register 1
 *
 * https://learn-api.erply.com/requests/calculateshoppingcart
 * https://learn-api.erply.com/requests/savesalesdocument
 * https://learn-api.erply.com/requests/savepayment
 * https://learn-api.erply.com/requests/getsalesdocuments
 */
import { currentInvoiceID } from '@erply-kit/schemas';

import { openShop } from './open-shop.ts';

await using shop = openShop(['products', 'register'], { writes: true });
const { client } = shop;
const productIDs = (shop.option('products') ?? '1,2').split(',').map(Number);
const pointOfSaleID = shop.wholeNumber('register') ?? 1;

const cart = { pointOfSaleID, rows: productIDs.map((productID) => ({ productID, amount: 1 })) };
const [priced] = (await client.calculateShoppingCart({ type: 'CASHINVOICE', ...cart })).records;
if (priced === undefined) throw new Error('Erply has priced nothing.');
for (const { productID, originalPriceWithVAT, discount, rowTotal } of priced.rows)
  console.log(JSON.stringify({ productID, price: originalPriceWithVAT, discount, rowTotal }));

// The original price and the discount: with these the receipt has the totals of the cart, to the cent.
const rows = priced.rows.map(({ productID, amount, originalPrice: price, discount, vatrateID }) => {
  return { productID, amount, price, discount, vatrateID };
});
// Each of the two gets a key of its own from the client (temporaryUUID): when the answer is lost, the request is repeated,
// and there is still one receipt and one payment.
const [sale, payment] = await client.bulk([
  client.saveSalesDocument.request({ type: 'CASHINVOICE', pointOfSaleID, rows }),
  client.savePayment.request({ documentID: currentInvoiceID, type: 'CARD', sum: priced.total }),
]);
if (!sale.ok) throw sale.error;
const documentID = sale.answer.records[0]?.invoiceID ?? 0;
if (!payment.ok) throw new Error(`Receipt ${documentID} is saved and not paid: ${payment.error.message}`);

const [receipt] = (await client.getSalesDocuments({ id: documentID })).records;
const paymentID = payment.answer.records[0]?.paymentID;
console.log(JSON.stringify({ documentID, paymentID, total: receipt?.total, paid: receipt?.paid }));
