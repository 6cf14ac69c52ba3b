// Measures how soon a change of a product is in a copy, on a simulated clock: once with nothing else to do, and once while
// as many documents as it is told are read for the first time. Takes { documents, pollEverySeconds, answerSeconds } as JSON;
// prints one line of JSON: the seconds that each change took, idle and beside the long read.
import { createClient } from '@erply-kit/client';
import { createMock } from '@erply-kit/mock';
import { products, runLanes, salesDocuments, stock, warehouses } from '@erply-kit/sync';

const { documents, pollEverySeconds, answerSeconds } = JSON.parse(process.argv[2]);
const url = 'http://127.0.0.1:1';
const changeEverySeconds = 37;

const mock = createMock({
  ...{ seed: 1, products: 100, warehouses: 2, customers: 50, documents, quota: 1e9 },
  ...{ now: '2026-03-02T10:00:00Z', frozen: true, publicUrl: url, maxAccountMegabytes: 4000 },
});

const kept = [warehouses, products, stock];

/** A sink that holds nothing but where lanes stand, what they have seen, and names of products. */
function createSink(onNames) {
  const states = new Map();
  const seen = new Map();
  const idsOf = (lane) => seen.get(lane) ?? seen.set(lane, new Set()).get(lane);
  return {
    atomic: true,
    toRow: (lane, { id, record }) => ({ id, name: lane === 'products' ? record.name : '' }),
    state: async (lane) => states.get(lane),
    survey: async (lane) => ({ alive: idsOf(lane).size, unseen: 0, seen: idsOf(lane).size, emptied: [] }),
    countAlive: async () => 0,
    countSeen: async () => 0,
    async commit({ lane, rows, checkpoint, counters }) {
      for (const { id } of rows) idsOf(lane).add(id);
      states.set(lane, { checkpoint, counters });
      if (lane === 'products') onNames(rows.map(({ name }) => name));
    },
  };
}

/** A shop in which a product changes every so often, by its own clock, and how long each change took into the copy. */
function createShop(code) {
  const account = mock.account(code);
  const now = () => account.clock.read().now;
  const pending = new Map();
  const took = [];
  let nextChangeAt = Number.POSITIVE_INFINITY;
  const change = () => {
    const name = `Changed at ${now()}`;
    account.data('products').update(1 + (now() % 50), { name });
    pending.set(name, now());
    nextChangeAt = now() + changeEverySeconds;
  };
  return {
    ...{ now, took },
    beginChanges() {
      nextChangeAt = now() + changeEverySeconds;
    },
    pass(seconds) {
      for (let left = Math.ceil(seconds); left > 0; ) {
        const step = Math.max(1, Math.min(left, nextChangeAt - now()));
        account.clock.advance(step);
        left -= step;
        if (now() >= nextChangeAt) change();
      }
    },
    onNames(names) {
      for (const name of names) if (pending.has(name)) took.push(now() - pending.get(name));
      for (const name of names) pending.delete(name);
    },
  };
}

/** Carries requests to the fake; each call in them takes its time. */
function createTransport(pass) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const fetch = async ({ url: at, form }) => {
    const requests = new URLSearchParams(form ?? '').get('requests');
    pass(answerSeconds * (requests === null ? 1 : JSON.parse(requests).length));
    const response = await mock.app.request(
      at,
      form === undefined ? {} : { method: 'POST', headers, body: form },
    );
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  };
  return {
    send: fetch,
    async open(request) {
      const { status, body } = await fetch(request);
      return { status, contentLength: body.byteLength, chunks: inOnePiece(body) };
    },
  };
}

async function* inOnePiece(body) {
  yield body;
}

/** Seconds that changes took, of a copy that is kept with the run that `keep` makes. */
async function measure(code, keep) {
  const shop = createShop(code);
  const { now, pass } = shop;
  const sink = createSink(shop.onNames);
  const account = { clientCode: code, username: 'demo', password: 'demouser' };
  // Waits go by the machine's clock, which hardly moves meanwhile.
  const client = createClient({ ...account, url, transport: createTransport(pass), wait: async () => {} });
  const clock = { now: () => now() * 1000 };
  const sleep = async (ms) => pass(ms / 1000);
  const run = (lanes, options = {}) =>
    runLanes({ client, sink, clock, lanes, pollEverySeconds, sleep, ...options });
  await run(kept);
  pass(3600);
  shop.beginChanges();
  await keep({ run, pass });
  await client.close();
  return shop.took;
}

const beside = await measure('100002', ({ run }) => run([...kept, salesDocuments]));
const idle = await measure('100001', async ({ run, pass }) => {
  for (let polls = 0; polls < 60; polls += 1) {
    pass(pollEverySeconds);
    await run(kept, { poll: true });
  }
});
process.stdout.write(`${JSON.stringify({ idle, beside })}\n`);
