// Asks the fake in this process for lists of 100,000 records. Takes nothing, prints one line of JSON: what each first
// use took and how long small requests beside it waited, and the times by key and by page when all is warm.
import { createMock } from '@erply-kit/mock';

const rows = 100_000;
const rounds = 60;
const settlingRounds = 5;

const mock = createMock({ products: rows, quota: 1e9, maxAccountMegabytes: 8000 });
const account = mock.account('100001');
const api = async (fields) => {
  const body = new URLSearchParams({ clientCode: '100001', ...fields });
  const answer = await mock.app.request('/api/', { method: 'POST', body });
  return JSON.parse(await answer.text());
};
const { records } = await api({ request: 'verifyUser', username: 'demo', password: 'demouser' });
const { sessionKey } = records[0];

/** Throws unless the answer counts at least so many records. */
async function ask(fields, atLeast = 1) {
  const { status } = await api({ sessionKey, ...fields });
  const { errorCode, recordsTotal } = status;
  if (errorCode !== 0 || recordsTotal < atLeast)
    throw new Error(`${fields.request}: code ${errorCode}, ${recordsTotal} records`);
}

/** Fills a table until it has as many rows as there are products; the clock goes on, so that not all changed at once. */
function fill(table, values) {
  const data = account.data(table);
  for (let number = data.list().length + 1; number <= rows; number += 1) {
    if (number % 1000 === 0) account.clock.advance(1);
    data.insert(values(number));
  }
}

/** How long a first use takes; `longestMs` is what a small request waited at most from the moment it was due. */
async function firstUse(name, fields, atLeast) {
  let isOver = false;
  let longestMs = 0;
  const startedAt = performance.now();
  let dueAt = startedAt;
  const answer = ask(fields, atLeast).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await ask({ request: 'getWarehouses', warehouseID: 1 });
    longestMs = Math.max(longestMs, performance.now() - dueAt);
    dueAt = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await answer;
  return { name, totalMs: performance.now() - startedAt, longestMs };
}

/** Milliseconds of each request in every round; they take turns. */
async function turns(requests) {
  const times = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (let round = 0; round < rounds + settlingRounds; round += 1) {
    for (const [name, fields] of Object.entries(requests)) {
      const startedAt = performance.now();
      await ask(fields(round));
      if (round >= settlingRounds) times[name].push(performance.now() - startedAt);
    }
  }
  return times;
}

fill('suppliers', (number) => ({
  fullName: `Supplier ${(number * 7919) % rows} Ltd`,
  email: `s${number}@example.test`,
}));
fill('brands', (number) => ({ name: `Brand ${(number * 7919) % rows}` }));
fill('warehouseLocations', (number) => ({ locationInWarehouseName: `Shelf ${(number * 7919) % rows}` }));

/** Some ID, another one in each round. */
const someID = (round) => String(1000 + ((round * 6007) % 90_000));

const suppliers = { request: 'getSuppliers' };
const locations = { request: 'getLocationsInWarehouse' };
const uses = [
  ['getSuppliers in its own order', suppliers, rows],
  ['getSuppliers by lastChanged', { ...suppliers, orderBy: 'lastChanged' }, rows],
  ['getSuppliers with searchName', { ...suppliers, searchName: 'ier 9999' }],
  ['getBrands', { request: 'getBrands' }, rows],
  ['getLocationsInWarehouse', locations, rows],
  ['getLocationsInWarehouse with name', { ...locations, name: 'Shelf 77777' }],
];
const firstUses = [];
for (const [name, fields, atLeast] of uses) firstUses.push(await firstUse(name, fields, atLeast));

const page = (round) => ({ recordsOnPage: '20', pageNo: String(1 + round) });
const times = await turns({
  'getProducts by key': (round) => ({ request: 'getProducts', productID: someID(round) }),
  'getSuppliers by key': (round) => ({ ...suppliers, supplierID: someID(round) }),
  'getLocationsInWarehouse by key': (round) => ({ ...locations, locationInWarehouseIDs: someID(round) }),
  'getProducts, a page of 20': (round) => ({ request: 'getProducts', ...page(round) }),
  'getBrands, a page of 20': (round) => ({ request: 'getBrands', ...page(round) }),
  'getSuppliers, a page of 20': (round) => ({ ...suppliers, ...page(round) }),
});
process.stdout.write(`${JSON.stringify({ firstUses, times })}\n`);
