/**
 * Keeps a web shop's own copy of the products: everything at the first run, then what has changed and what is gone.
 * Visitors see the copy; Erply is asked by this program alone.
 *
 *     npx pnpm@12 example products-to-web-shop --file web-shop.json
 *
 * https://learn-api.erply.com/requests/getproducts
 * https://learn-api.erply.com/requests/getuseroperationslog
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { openShop } from './open-shop.ts';

interface ShopItem {
  readonly name: string;
  readonly price: number;
}

interface WebShop {
  /** The server's time that everything up to which is known. */
  since: number;
  readonly items: Record<string, ShopItem>;
}

const { client, option } = openShop(['file']);
const file = option('file') ?? '.data/web-shop.json';
const shop: WebShop = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { since: 0, items: {} };

let [put, removed] = [0, 0];
let startedAt: number | undefined;
// All that has changed is asked for, and chosen here: a product that leaves the web shop has changed too.
const changed = shop.since === 0 ? {} : { changedSince: shop.since };
for await (const { records, status } of client.getProducts.pages(changed)) {
  startedAt ??= status.requestUnixTime;
  for (const product of records) {
    const isShown = product.displayedInWebshop === 1 && product.status === 'ACTIVE';
    if (isShown) {
      shop.items[product.productID] = { name: product.name, price: product.priceWithVat };
      put += 1;
    } else if (Object.hasOwn(shop.items, product.productID)) {
      delete shop.items[product.productID];
      removed += 1;
    }
  }
}
if (shop.since > 0) {
  const log = { tableName: 'products', addedFrom: shop.since } as const;
  for await (const { itemID } of client.getUserOperationsLog.all(log)) {
    if (!Object.hasOwn(shop.items, itemID)) continue;
    delete shop.items[itemID];
    removed += 1;
  }
}

// A minute of overlap: a product that is read twice does no harm, one that is missed does.
shop.since = (startedAt ?? shop.since) - 60;
writeFileSync(`${file}.tmp`, JSON.stringify(shop));
renameSync(`${file}.tmp`, file);
console.log(JSON.stringify({ put, removed, items: Object.keys(shop.items).length, ...client.usage() }));
await client.close();
