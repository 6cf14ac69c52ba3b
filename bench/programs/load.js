// Sends the same request for so many seconds, and until so many are answered; the number of the page goes round and is
// put where the path or the form says "{page}". Takes its options as JSON, prints what it saw as one line of JSON.
import { Pool } from 'undici';

const { url, request, connections, seconds, pages, leastRequests, leastBytes, firstIDs } = JSON.parse(
  process.argv[2],
);
const { method, path, body } = request;
const pool = new Pool(url, { connections, pipelining: 1 });
const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
/** The first record stands within so many bytes of an answer. */
const headBytes = 4096;
const latencies = [];
let sent = 0;
let bytes = 0;
let wrong = 0;

/** Whether an answer begins with the product that its page begins with; where no products are given, it does. */
function hasRightProduct(head, pageNo) {
  return firstIDs === undefined || Number(/"productID": ?(\d+)/.exec(head)?.[1]) === firstIDs[pageNo - 1];
}

function send() {
  const pageNo = (sent++ % pages) + 1;
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    let status = 0;
    let length = 0;
    let head = '';
    const handler = {
      onRequestStart() {},
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData(_controller, chunk) {
        if (firstIDs && length < headBytes) head += chunk.toString('latin1', 0, headBytes);
        length += chunk.length;
      },
      onResponseEnd() {
        latencies.push(performance.now() - startedAt);
        bytes += length;
        // An error answer is a few hundred bytes and must not pass for a fast page.
        if (status !== 200 || length < leastBytes || !hasRightProduct(head, pageNo)) wrong += 1;
        resolve();
      },
      onResponseError(_controller, error) {
        reject(error);
      },
    };
    const numbered = { path: path.replace('{page}', pageNo), body: body?.replace('{page}', pageNo) };
    pool.dispatch({ ...numbered, method, headers }, handler);
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
