/**
 * The day of a register, from open to close: change in the drawer, a sale for cash, cash taken out, and what has to be
 * in the drawer at the end.
 *
 *     npx pnpm@12 example pos-day --register 1 --product 1
 *
 * https://learn-api.erply.com/requests/getproducts
 * https://learn-api.erply.com/requests/posopenday
 * https://learn-api.erply.com/requests/savesalesdocument
 * https://learn-api.erply.com/requests/savepayment
 * https://learn-api.erply.com/requests/poscashout
 * https://learn-api.erply.com/requests/poscloseday
 * https://learn-api.erply.com/requests/getdayclosings
 */
import { openShop } from './open-shop.ts';

await using shop = openShop(['register', 'product'], { writes: true });
const { client } = shop;
const pointOfSaleID = shop.wholeNumber('register') ?? 1;
const productID = shop.wholeNumber('product') ?? 1;
// Money in whole cents: 0.1 + 0.2 is not 0.3 in binary fractions.
const inCents = (sum: number) => Math.round(sum * 100);

// Asked first, so that a wrong ID does not leave the register open.
const { records, status } = await client.getProducts({ productID });
if (records.length === 0) throw new Error(`The shop has no product ${productID}.`);
const openedUnixTime = status.requestUnixTime;
const openedSum = 100;
const opened = await client.POSOpenDay({ pointOfSaleID, openedUnixTime, openedSum });
const [{ dayID } = { dayID: 0 }] = opened.records;

const sale = await client.saveSalesDocument({
  type: 'CASHINVOICE',
  pointOfSaleID,
  rows: [{ productID, amount: 1 }],
});
const [{ invoiceID: documentID, total } = { invoiceID: 0, total: 0 }] = sale.records;
await client.savePayment({ documentID, type: 'CASH', sum: total });
const takenOut = 20;
const cashOut = await client.POSCashOUT({ pointOfSaleID, sum: takenOut, comment: 'Flowers' });

const expectedCents = inCents(openedSum) + inCents(total) - inCents(takenOut);
// All but the change of tomorrow goes to the bank.
const bankedCents = Math.max(0, expectedCents - inCents(openedSum));
await client.POSCloseDay({
  ...{ pointOfSaleID, dayID, closedUnixTime: cashOut.status.requestUnixTime },
  ...{ closedSum: (expectedCents - bankedCents) / 100, bankedSum: bankedCents / 100 },
});
const [day] = (await client.getDayClosings({ dayID })).records;
console.log(JSON.stringify({ dayID, total, closedSum: day?.closedSum, bankedSum: day?.bankedSum }));
