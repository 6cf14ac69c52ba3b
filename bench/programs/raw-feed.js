// The floor of a stock feed: bare undici, csv-parse and one line written for each row of stock. URL FILE
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { parse } from 'csv-parse';
import { request } from 'undici';

const [url, file] = process.argv.slice(2);

async function post(parameters) {
  const body = new URLSearchParams({ clientCode: '100001', ...parameters }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await request(`${url}/api/`, { method: 'POST', headers, body });
  return JSON.parse(await answer.body.text());
}

const login = await post({ request: 'verifyUser', username: 'demo', password: 'demouser' });
const { sessionKey } = login.records[0];
let rows = 0;

async function* lines() {
  yield 'productID,warehouseID,available\n';
  for (const { warehouseID } of (await post({ request: 'getWarehouses', sessionKey })).records) {
    const asked = { request: 'getProductStock', sessionKey, warehouseID, getAmountReserved: '1' };
    const { records } = await post({ ...asked, responseType: 'CSV' });
    const report = await request(records[0].reportLink);
    const parser = report.body.pipe(parse({ columns: true, encoding: 'latin1' }));
    for await (const row of parser) {
      rows++;
      yield `${row.productID},${warehouseID},${row.amountInStock - row.amountReserved}\n`;
    }
  }
}

await pipeline(lines, createWriteStream(file));
console.log(JSON.stringify({ rows }));
