// Sends the same request for so many seconds, and until so many are answered; the number of the page goes round and is
// put where the path or the form says "{page}". Takes its options as JSON, prints what it saw as one line of JSON.
import { openConnection } from './page-connection.js';

const { url, request, connections, seconds, pages, leastRequests, leastBytes, firstIDs } = JSON.parse(
  process.argv[2],
);
const { method, path, body } = request;
const latencies = [];
let sent = 0;
let bytes = 0;
let wrong = 0;

/** Whether an answer begins with the product that its page begins with; where no products are given, it does. */
function hasRightProduct(head, pageNo) {
  return firstIDs === undefined || Number(/"productID": ?(\d+)/.exec(head)?.[1]) === firstIDs[pageNo - 1];
}

async function send(connection) {
  const pageNo = (sent++ % pages) + 1;
  const numbered = { method, path: path.replace('{page}', pageNo), body: body?.replace('{page}', pageNo) };
  const startedAt = performance.now();
  const answer = await connection.ask(numbered);
  latencies.push(performance.now() - startedAt);
  bytes += answer.bytes;
  // An error answer is a few hundred bytes and must not pass for a fast page.
  const isPage = answer.status === 200 && answer.bytes >= leastBytes;
  if (!isPage || !hasRightProduct(answer.head, pageNo)) wrong += 1;
}

const startedAt = performance.now();
const endsAt = startedAt + seconds * 1000;
async function keepSending() {
  const connection = openConnection(url);
  while (performance.now() < endsAt || sent < leastRequests) await send(connection);
  connection.close();
}
await Promise.all(Array.from({ length: connections }, keepSending));
const elapsed = (performance.now() - startedAt) / 1000;

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
