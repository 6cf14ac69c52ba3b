/**
 * Keeps a web shop's own copy of the products: everything at the first run, then what has changed and what is gone.
 * Visitors see the copy; Erply is asked by this program alone.
 *
 *     npx pnpm@12 example products-to-web-shop --file web-shop.json
 *
 * https://learn-api.erply.com/requests/getproducts
 * https://learn-api.erply.com/requests/getuseroperationslog
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { nextSince, openShop } from './open-shop.ts';

interface ShopItem {
  readonly name: string;
  readonly price: number;
}

interface WebShop {
  /** The server's time that everything up to which is known. */
  since: number;
  readonly items: Record<string, ShopItem>;
}

await using shop = openShop(['file']);
const { client } = shop;
const file = shop.option('file') ?? '.data/web-shop.json';
const webShop: WebShop = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { since: 0, items: {} };

let [put, removed] = [0, 0];
let startedAt = 0;
// All that has changed is asked for, and chosen here: a product that leaves the web shop has changed too.
const changed = webShop.since === 0 ? {} : { changedSince: webShop.since };
for await (const { records, status } of client.getProducts.pages(changed)) {
  startedAt ||= status.requestUnixTime;
  for (const product of records) {
    const isShown = product.displayedInWebshop === 1 && product.status === 'ACTIVE';
    if (isShown) {
      webShop.items[product.productID] = { name: product.name, price: product.priceWithVat };
      put += 1;
    } else if (Object.hasOwn(webShop.items, product.productID)) {
      delete webShop.items[product.productID];
      removed += 1;
    }
  }
}
if (webShop.since > 0) {
  const log = { tableName: 'products', addedFrom: webShop.since } as const;
  for await (const { itemID } of client.getUserOperationsLog.all(log)) {
    if (!Object.hasOwn(webShop.items, itemID)) continue;
    delete webShop.items[itemID];
    removed += 1;
  }
}

// Renamed when it is whole: visitors never see half a file.
webShop.since = nextSince(startedAt);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(`${file}.tmp`, JSON.stringify(webShop));
renameSync(`${file}.tmp`, file);
const { requests, costUnits } = client.usage();
console.log(JSON.stringify({ put, removed, items: Object.keys(webShop.items).length, requests, costUnits }));
