// Logs in to so many accounts, each of which reads what a shop reads first, and lets some of them save products. Writes
// the session keys to a file, as JSON by client code. Takes its options as JSON, prints one line of JSON.
import { writeFileSync } from 'node:fs';

import { openConnection } from './page-connection.js';

const { url, file, accounts, changed, savesEach, connections } = JSON.parse(process.argv[2]);
const firstCode = 100001;
const reads = [
  'getProducts&recordsOnPage=100',
  'getProductGroups',
  'getWarehouses',
  'getProductStock&warehouseID=1',
  'getPriceLists',
];

async function ask(connection, body) {
  const { status, head } = await connection.ask({ method: 'POST', path: '/api/', body });
  if (status !== 200 || !head.includes('"errorCode":0,')) {
    throw new Error(`${/request=\w+/.exec(body)?.[0]} was answered with ${status}: ${head.slice(0, 200)}`);
  }
  return head;
}

async function open(connection, code, isChanged) {
  const client = `clientCode=${code}`;
  const login = await ask(connection, `${client}&request=verifyUser&username=demo&password=demouser`);
  const key = /"sessionKey":"(\w+)"/.exec(login)?.[1];
  const session = `${client}&sessionKey=${key}`;
  for (const read of reads) await ask(connection, `${session}&request=${read}`);
  for (let id = 1; isChanged && id <= savesEach; id += 1)
    await ask(connection, `${session}&request=saveProduct&productID=${id}&name=Product+${id}+of+${code}`);
  return key;
}

const keys = {};
let next = 0;
async function openAll() {
  const connection = openConnection(url);
  while (next < accounts) {
    const index = next++;
    // Spread over all of them, so that neither kind is the one that was used last.
    const isChanged =
      Math.floor(((index + 1) * changed) / accounts) > Math.floor((index * changed) / accounts);
    keys[firstCode + index] = await open(connection, firstCode + index, isChanged);
  }
  connection.close();
}
await Promise.all(Array.from({ length: connections }, openAll));
writeFileSync(file, JSON.stringify(keys));
console.log(JSON.stringify({ accounts: next }));
