// Sends the same request for so many seconds, and until so many are answered; over more than one page, pageNo goes
// round. Takes its options as JSON, prints what it saw as one line of JSON.
import { Pool } from 'undici';

const { url, body, connections, seconds, pages, leastRequests } = JSON.parse(process.argv[2]);
const pool = new Pool(url, { connections, pipelining: 1 });
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const latencies = [];
let sent = 0;
let bytes = 0;
let wrong = 0;

function send() {
  const pageNo = (sent++ % pages) + 1;
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    let status = 0;
    let length = 0;
    const handler = {
      onRequestStart() {},
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData(_controller, chunk) {
        length += chunk.length;
      },
      onResponseEnd() {
        latencies.push(performance.now() - startedAt);
        bytes += length;
        // An error answer is a few hundred bytes and must not pass for a fast page.
        if (status !== 200 || length < 10_000) wrong += 1;
        resolve();
      },
      onResponseError(_controller, error) {
        reject(error);
      },
    };
    pool.dispatch({ path: '/api/', method: 'POST', headers, body: `${body}&pageNo=${pageNo}` }, handler);
  });
}

const startedAt = performance.now();
const endsAt = startedAt + seconds * 1000;
async function keepSending() {
  while (performance.now() < endsAt || sent < leastRequests) await send();
}
await Promise.all(Array.from({ length: connections }, keepSending));
const elapsed = (performance.now() - startedAt) / 1000;
await pool.close();

latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
console.log(
  JSON.stringify({
    requests: latencies.length,
    perSecond: latencies.length / elapsed,
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    bytes: bytes / latencies.length,
    wrong,
  }),
);
