// Clients of tests, each with a code of its own, all at once against one fake in this process: each logs in, saves, reads
// what it has saved and what it has not, round after round. Then the memory of accounts that only log in and read. Needs
// --expose-gc. Takes its options as JSON, prints one line of JSON.
import { createMock, startMock } from '@erply-kit/mock';

const { clients, rounds, accounts, products } = JSON.parse(process.argv[2]);

const login = { request: 'verifyUser', username: 'demo', password: 'demouser' };

/** Answers a function that asks as this account, by `send`. */
function asking(send, clientCode) {
  return async (fields) => {
    const answer = await send(new URLSearchParams({ clientCode, ...fields }));
    const { status, records } = await answer.json();
    if (status.errorCode !== 0)
      throw new Error(`${clientCode}: ${fields.request} is error ${status.errorCode}`);
    return records;
  };
}

/** One test; answers how many of its readings were not its own. */
async function runTest(send, clientCode) {
  const ask = asking(send, clientCode);
  const [{ sessionKey }] = await ask(login);
  let wrong = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const name = `${clientCode} ${round}`;
    await ask({ request: 'saveProduct', sessionKey, productID: '1', name });
    const [own] = await ask({ request: 'getProducts', sessionKey, productID: '1' });
    const [other] = await ask({ request: 'getProducts', sessionKey, productID: '2' });
    if (own.name !== name || other.name !== base.name) wrong += 1;
  }
  return wrong;
}

/** A test that changes nothing. */
async function readOnly(send, clientCode) {
  const ask = asking(send, clientCode);
  const [{ sessionKey }] = await ask(login);
  for (const request of ['getProducts', 'getProductGroups', 'getWarehouses', 'getPriceLists'])
    await ask({ request, sessionKey, recordsOnPage: '100' });
  await ask({ request: 'getProductStock', sessionKey, warehouseID: '1' });
}

async function usedBytes() {
  // What a collection frees may be finalised by the next one.
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const erply = await startMock({ products });
const post = (body) => fetch(`${erply.url}/api/`, { method: 'POST', body });
const base = erply.account('base').data('products').get(2);
const codes = Array.from({ length: clients }, (_, index) => `client-${index}`);
const startedAt = performance.now();
const wrong = (await Promise.all(codes.map((code) => runTest(post, code)))).reduce(
  (sum, one) => sum + one,
  0,
);
const requestsPerSecond = (clients * (1 + 3 * rounds)) / ((performance.now() - startedAt) / 1000);
await erply.close();

// In process, so that no connection is counted.
const { app, account } = createMock({ products });
const inProcess = (body) => app.request('/api/', { method: 'POST', body });
for (let index = 0; index < 100; index += 1) await readOnly(inProcess, `before-${index}`);
const before = await usedBytes();
for (let index = 0; index < accounts; index += 1) await readOnly(inProcess, `clean-${index}`);
const accountBytes = ((await usedBytes()) - before) / accounts;
if (account('clean-0').describe().changed) throw new Error('a clean account counts as changed');
console.log(JSON.stringify({ wrong, requestsPerSecond, accountBytes }));
