// The floor of an import into PostgreSQL: bare undici, JSON.parse and INSERTs of many rows. URL DATABASE [stock]
import pg from 'pg';
import { request } from 'undici';

const [url, address, stock] = process.argv.slice(2);
const pageSize = 1000;

async function post(parameters) {
  const body = new URLSearchParams({ clientCode: '100001', ...parameters }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await request(`${url}/api/`, { method: 'POST', headers, body });
  return JSON.parse(await answer.body.text());
}

const client = new pg.Client({ connectionString: address });
await client.connect();
await client.query(`DROP SCHEMA IF EXISTS raw CASCADE; CREATE SCHEMA raw;
  CREATE TABLE raw.products (product_id bigint PRIMARY KEY, record jsonb NOT NULL);
  CREATE TABLE raw.stock (product_id bigint, warehouse_id bigint, record jsonb, PRIMARY KEY (product_id, warehouse_id))`);
/** One statement for all rows of a page. */
async function insert(table, rows) {
  if (rows.length === 0) return;
  const width = rows[0].length;
  const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * width + column + 1}`).join()})`);
  await client.query(`INSERT INTO raw.${table} VALUES ${places.join()}`, rows.flat());
}
const { sessionKey } = (await post({ request: 'verifyUser', username: 'demo', password: 'demouser' }))
  .records[0];
const paging = { orderBy: 'productID', orderByDir: 'asc', recordsOnPage: String(pageSize) };
let offset = 0;
for (;;) {
  const asked = { request: 'getProducts', sessionKey, ...paging, recordOffset: String(offset) };
  const { records } = await post(asked);
  await insert(
    'products',
    records.map((record) => [record.productID, JSON.stringify(record)]),
  );
  offset += records.length;
  if (records.length < pageSize) break;
}
let rows = 0;
if (stock) {
  for (const { warehouseID } of (await post({ request: 'getWarehouses', sessionKey })).records) {
    const asked = { request: 'getProductStock', sessionKey, warehouseID, getAmountReserved: '1' };
    const { records } = await post(asked);
    for (let at = 0; at < records.length; at += 10_000)
      await insert(
        'stock',
        records
          .slice(at, at + 10_000)
          .map((record) => [record.productID, warehouseID, JSON.stringify(record)]),
      );
    rows += records.length;
  }
}
await client.end();
console.log(JSON.stringify({ products: offset, stock: rows }));
