/**
 * What can be sold right now, over all locations: in stock, less what is reserved. One call for all products; with
 * `--since` only for those whose stock has moved.
 *
 *     npx pnpm@12 example stock-to-website --since 1795795200
 *
 * https://learn-api.erply.com/requests/synctotalproductstock
 */
import { openShop } from './open-shop.ts';

const { client, option } = openShop(['since']);
const since = option('since');

const { records, status } = await client.syncTotalProductStock({
  getAmountReserved: 1,
  ...(since === undefined ? {} : { changedSince: Number(since) }),
});
for (const { productID, amountInStock, amountReserved = 0 } of records) {
  // More may be sold than there is: a website shows that as none.
  const available = Math.max(0, amountInStock - amountReserved);
  console.log(JSON.stringify({ productID, available }));
}
console.error(`${records.length} products; next time: --since ${status.requestUnixTime}`);
await client.close();
