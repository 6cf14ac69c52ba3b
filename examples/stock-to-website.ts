/**
 * What can be sold right now, over all locations: in stock, less what is reserved. One call for all products; with
 * `--since` only for those whose stock has moved.
 *
 *     npx pnpm@12 example stock-to-website --since 1795795200
 *
 * https://learn-api.erply.com/requests/synctotalproductstock
 */
import { nextSince, openShop } from './open-shop.ts';

await using shop = openShop(['since']);
const { client } = shop;
const since = shop.wholeNumber('since');

const { records, status } = await client.syncTotalProductStock({
  getAmountReserved: 1,
  ...(since === undefined ? {} : { changedSince: since }),
});
for (const { productID, amountInStock, amountReserved = 0 } of records) {
  // More may be sold than there is: a website shows that as none. Amounts have six decimals, 0.3 - 0.1 many more.
  const available = Math.max(0, Number((amountInStock - amountReserved).toFixed(6)));
  console.log(JSON.stringify({ productID, available }));
}
console.error(`${records.length} products; next time: --since ${nextSince(status.requestUnixTime)}`);
