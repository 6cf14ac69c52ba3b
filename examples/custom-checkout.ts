/**
 * A checkout of one's own: Erply prices the cart, so that price lists, promotions, taxes and roundings are its own, and
 * what it has answered is saved as a receipt and paid for in the same request.
 *
 *     npx pnpm@12 example custom-checkout --products 7,9 --register 1
 *
 * https://learn-api.erply.com/requests/calculateshoppingcart
 * https://learn-api.erply.com/requests/savesalesdocument
 * https://learn-api.erply.com/requests/savepayment
 * https://learn-api.erply.com/requests/getsalesdocuments
 */
import { openShop } from './open-shop.ts';

const { client, option } = openShop(['products', 'register'], { writes: true });
const productIDs = (option('products') ?? '1,2').split(',').map(Number);
const pointOfSaleID = Number(option('register') ?? 1);

const cart = { pointOfSaleID, rows: productIDs.map((productID) => ({ productID, amount: 1 })) };
const [priced] = (await client.calculateShoppingCart({ type: 'CASHINVOICE', ...cart })).records;
if (priced === undefined) throw new Error('Erply has priced nothing.');
for (const { productID, originalPriceWithVAT, discount, rowTotal } of priced.rows)
  console.log(JSON.stringify({ productID, price: originalPriceWithVAT, discount, rowTotal }));

const [sale, payment] = await client.bulk([
  {
    request: 'saveSalesDocument',
    input: {
      type: 'CASHINVOICE',
      pointOfSaleID,
      rows: priced.rows.map(({ productID, amount, finalPrice, vatrateID }) => ({
        ...{ productID, amount, price: finalPrice, vatrateID },
      })),
    },
  },
  {
    request: 'savePayment',
    input: { documentID: 'CURRENT_INVOICE_ID', type: 'CARD', sum: priced.total },
  },
]);
const [saved] = sale.records;
const [paid] = payment.records;
const documentID = Number(saved?.invoiceID);
const [receipt] = (await client.getSalesDocuments({ id: documentID })).records;
console.log(JSON.stringify({ documentID, total: receipt?.total, paid: receipt?.paid, ...paid }));
await client.close();
