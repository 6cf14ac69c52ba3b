// Asks for pages of 100 products as accounts that are picked at random, of the file that open-accounts.js wrote. Takes
// its options as JSON, prints how long pages took as one line of JSON.
import { readFileSync } from 'node:fs';

import { openConnection } from './page-connection.js';

const { url, file, connections, requests, seed } = JSON.parse(process.argv[2]);
const accounts = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
const pages = 6;
const latencies = [];
let sent = 0;
let wrong = 0;

// Numerical Recipes' generator: the same accounts in each run.
let state = seed;
function below(count) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
}

async function send(connection) {
  const [code, key] = accounts[below(accounts.length)];
  const page = `recordsOnPage=100&pageNo=${below(pages) + 1}`;
  const body = `clientCode=${code}&sessionKey=${key}&request=getProducts&${page}`;
  const startedAt = performance.now();
  const { status, head } = await connection.ask({ method: 'POST', path: '/api/', body });
  latencies.push(performance.now() - startedAt);
  // An account that was forgotten meanwhile does not know its key any more.
  if (status !== 200 || !head.includes('"recordsInResponse":100')) wrong += 1;
}

async function keepSending() {
  const connection = openConnection(url);
  while (sent < requests) {
    sent += 1;
    await send(connection);
  }
  connection.close();
}
await Promise.all(Array.from({ length: connections }, keepSending));
latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
console.log(JSON.stringify({ p50Ms: percentile(0.5), p99Ms: percentile(0.99), wrong }));
