/**
 * Confirmed invoices for an accounting program: each that is new or has changed is sent to an address as JSON, with an
 * Idempotency-Key, so that one which is sent twice is booked once. Without `--to` they are printed.
 *
 *     npx pnpm@12 example third-party-app --since 1795795200 --to https://books.example.test/invoices
 *
 * https://learn-api.erply.com/requests/getsalesdocuments
 */
import { nextSince, openShop } from './open-shop.ts';

await using shop = openShop(['since', 'to']);
const { client } = shop;
const since = shop.wholeNumber('since');
const to = shop.option('to');
if (to !== undefined && !URL.canParse(to))
  throw new Error('--to takes an address, such as https://books.example.test/.');

let count = 0;
let startedAt = 0;
const asked = {
  types: ['INVWAYBILL', 'CASHINVOICE', 'INVOICE', 'CREDITINVOICE'],
  confirmed: 1,
  getRowsForAllInvoices: 1,
  ...(since === undefined ? {} : { changedSince: since }),
} as const;
for await (const { records, status } of client.getSalesDocuments.pages(asked)) {
  startedAt ||= status.requestUnixTime;
  for (const { id, number, type, date, currencyCode, netTotal, vatTotal, total, lastModified } of records) {
    const invoice = JSON.stringify({ id, number, type, date, currencyCode, netTotal, vatTotal, total });
    count += 1;
    if (to === undefined) {
      console.log(invoice);
      continue;
    }
    const answer = await fetch(to, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `${id}-${lastModified}` },
      body: invoice,
      signal: AbortSignal.timeout(30_000),
    }).catch((cause) => {
      throw new Error(`Invoice ${id} got no answer from --to; go on with the same --since.`, { cause });
    });
    await answer.body?.cancel();
    if (!answer.ok)
      throw new Error(`Invoice ${id} was answered ${answer.status}; go on with the same --since.`);
  }
}
console.error(`${count} invoices; next time: --since ${nextSince(startedAt)}`);
