// Reads all products in turns: with bare undici and JSON.parse, with the client page by page, and with the client's
// pages inside bulk requests. URL ROUNDS; prints what each turn took as one line of JSON.

import { request } from 'undici';

import { createClient } from '@erply-kit/client';

const [url, rounds] = process.argv.slice(2);
const account = { clientCode: '100001', username: 'demo', password: 'demouser' };
const pageSize = 1000;

async function post(parameters) {
  const body = new URLSearchParams({ clientCode: account.clientCode, ...parameters }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await request(`${url}/api/`, { method: 'POST', headers, body });
  return JSON.parse(await answer.body.text());
}

async function readRaw() {
  const login = await post({ request: 'verifyUser', username: account.username, password: account.password });
  const { sessionKey } = login.records[0];
  let records = 0;
  let requests = 1;
  for (;;) {
    const answer = await post({
      request: 'getProducts',
      sessionKey,
      orderBy: 'productID',
      orderByDir: 'asc',
      recordOffset: String(records),
      recordsOnPage: String(pageSize),
    });
    requests += 1;
    records += answer.records.length;
    if (answer.records.length < pageSize) return { records, requests, costUnits: requests };
  }
}

async function readWithClient(options) {
  const client = createClient({ ...account, url });
  let records = 0;
  for await (const page of client.getProducts.pages({}, options)) records += page.records.length;
  const { requests, costUnits } = client.usage();
  await client.close();
  return { records, requests, costUnits };
}

const readers = {
  raw: readRaw,
  pages: () => readWithClient({}),
  bulk: () => readWithClient({ inBulk: true }),
};
const turns = { raw: [], pages: [], bulk: [] };
// The first round is for the compiler.
for (let round = 0; round <= Number(rounds); round++) {
  for (const [name, read] of Object.entries(readers)) {
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    const result = await read();
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    if (round > 0) turns[name].push({ ...result, ms, cpuMs: (user + system) / 1000 });
  }
}
console.log(JSON.stringify(turns));
