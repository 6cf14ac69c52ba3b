/**
 * Revenue of a period without tax, by product and by register: sales less what came back. Waybills, orders and quotes
 * are not revenue; gift cards that were sold are in it.
 *
 * By register the totals of documents are added, by product their rows: these are rounded each, so that the products may
 * come to some cents more or less. Erply adds up by itself in getSalesReport, but that is a link to a file
 * whose columns no page documents, and an account makes only one such file at a time.
 *
 *     npx pnpm@12 example revenue --from 2025-12-01 --to 2025-12-31
 *
 * https://learn-api.erply.com/requests/getsalesdocuments
 */
import { openShop } from './open-shop.ts';

await using shop = openShop(['from', 'to']);
const { client } = shop;
const asked = {
  dateFrom: shop.option('from') ?? null,
  dateTo: shop.option('to') ?? null,
  types: ['INVWAYBILL', 'CASHINVOICE', 'INVOICE', 'EXPORTINVOICE', 'CREDITINVOICE'],
  confirmed: 1,
  getRowsForAllInvoices: 1,
} as const;

// In whole cents: sums of binary fractions are not exact.
const byProduct = new Map<string, number>();
const byRegister = new Map<string, number>();
function add(sums: Map<string, number>, key: string, net: number): void {
  sums.set(key, (sums.get(key) ?? 0) + Math.round(net * 100));
}

for await (const document of client.getSalesDocuments.all(asked)) {
  const rate = document.currencyRate || 1;
  add(byRegister, document.pointOfSaleName || 'back office', document.netTotal * rate);
  for (const { itemName, productID, rowNetTotal } of document.rows ?? [])
    add(byProduct, productID === 0 ? itemName : `${productID}`, rowNetTotal * rate);
}
for (const [by, sums] of [['product', byProduct] as const, ['register', byRegister] as const])
  for (const [key, cents] of [...sums].sort((left, right) => right[1] - left[1]))
    console.log(JSON.stringify({ by, key, net: cents / 100 }));
