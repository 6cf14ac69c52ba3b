/**
 * Customers for a CRM: who is new or has changed, with no more of a person than the CRM needs. That they were read is
 * written down in Erply, as the GDPR wants it: to a real account that is a write, so it wants to hear `--yes`.
 *
 *     npx pnpm@12 example customers-to-crm --since 1795795200
 *
 * https://learn-api.erply.com/requests/getcustomers
 * https://learn-api.erply.com/requests/logprocessingofcustomerdata
 */
import { nextSince, openShop } from './open-shop.ts';

await using shop = openShop(['since'], { writes: true });
const { client } = shop;
const since = shop.wholeNumber('since');

let count = 0;
let startedAt = 0;
const changed = since === undefined ? {} : { changedSince: since };
for await (const { records, status } of client.getCustomers.pages(changed)) {
  startedAt ||= status.requestUnixTime;
  if (records.length === 0) continue;
  // Written down before anything is passed on: what Erply refuses to log is not used.
  await client.logProcessingOfCustomerData({
    customerIDs: records.map(({ customerID }) => customerID),
    activityType: 'read',
    description: 'Copy for the CRM',
    fields: ['name', 'email'],
  });
  for (const { customerID, groupName, fullName, email } of records) {
    console.log(JSON.stringify({ customerID, groupName, fullName, email }));
    count += 1;
  }
}
console.error(`${count} customers; next time: --since ${nextSince(startedAt)}`);
