// Sends requests one after another over one connection that is open already, and tells when the first byte of each
// body came, when the last, and how many bytes it had. Takes its options as JSON: bodies by name, and the names in
// their order. Prints one line of JSON; `products` is how many different products the first answer of each name has.
import { Client } from 'undici';

const { url, bodies, order } = JSON.parse(process.argv[2]);
const client = new Client(url, { pipelining: 1, bodyTimeout: 60_000, headersTimeout: 60_000 });
const headers = { 'content-type': 'application/x-www-form-urlencoded' };

function send(body, chunks) {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    let firstByteMs;
    let bytes = 0;
    const handler = {
      onRequestStart() {},
      onResponseStart() {},
      onResponseData(_controller, chunk) {
        firstByteMs ??= performance.now() - startedAt;
        bytes += chunk.length;
        chunks?.push(chunk);
      },
      onResponseEnd() {
        resolve({ firstByteMs, totalMs: performance.now() - startedAt, bytes });
      },
      onResponseError(_controller, error) {
        reject(error);
      },
    };
    client.dispatch({ path: '/api/', method: 'POST', headers, body }, handler);
  });
}

function countProducts(chunks) {
  const answer = JSON.parse(Buffer.concat(chunks).toString());
  const documents = answer.requests ?? [answer];
  return new Set(documents.flatMap(({ records }) => records ?? []).map(({ productID }) => productID)).size;
}

await client.request({ path: '/', method: 'GET' }).then(({ body }) => body.dump());
const answers = [];
const kept = {};
for (const name of order) {
  const isFirst = kept[name] === undefined;
  if (isFirst) kept[name] = [];
  answers.push({ name, ...(await send(bodies[name], isFirst ? kept[name] : undefined)) });
}
await client.close();
const products = Object.fromEntries(
  Object.entries(kept).map(([name, chunks]) => [name, countProducts(chunks)]),
);
console.log(JSON.stringify({ answers, products }));
