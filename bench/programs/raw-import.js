// The floor of an import: bare undici, JSON.parse and one prepared INSERT of a record's JSON. URL FILE [stock]
import { DatabaseSync } from 'node:sqlite';

import { request } from 'undici';

const [url, file, stock] = process.argv.slice(2);
const pageSize = 1000;

async function post(parameters) {
  const body = new URLSearchParams({ clientCode: '100001', ...parameters }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await request(`${url}/api/`, { method: 'POST', headers, body });
  return JSON.parse(await answer.body.text());
}

const database = new DatabaseSync(file);
database.exec(`PRAGMA journal_mode = WAL;
  CREATE TABLE products (product_id INTEGER PRIMARY KEY, record TEXT NOT NULL);
  CREATE TABLE stock (product_id INTEGER, warehouse_id INTEGER, record TEXT, PRIMARY KEY (product_id, warehouse_id))`);
const insert = database.prepare('INSERT INTO products VALUES (?, ?)');
const login = await post({ request: 'verifyUser', username: 'demo', password: 'demouser' });
const { sessionKey } = login.records[0];
let offset = 0;
for (;;) {
  const { records } = await post({
    request: 'getProducts',
    sessionKey,
    orderBy: 'productID',
    orderByDir: 'asc',
    recordOffset: String(offset),
    recordsOnPage: String(pageSize),
  });
  database.exec('BEGIN');
  for (const record of records) insert.run(record.productID, JSON.stringify(record));
  database.exec('COMMIT');
  offset += records.length;
  if (records.length < pageSize) break;
}
let rows = 0;
if (stock) {
  const insertRow = database.prepare('INSERT INTO stock VALUES (?, ?, ?)');
  for (const { warehouseID } of (await post({ request: 'getWarehouses', sessionKey })).records) {
    const asked = { request: 'getProductStock', sessionKey, warehouseID, getAmountReserved: '1' };
    const { records } = await post(asked);
    database.exec('BEGIN');
    for (const record of records) insertRow.run(record.productID, warehouseID, JSON.stringify(record));
    database.exec('COMMIT');
    rows += records.length;
  }
}
database.close();
console.log(JSON.stringify({ products: offset, stock: rows }));
