// What the packed client must do in every runtime, with real connections to the servers of serve.js. Plain JavaScript
// without a single import, so that browsers and workers can run it too. Throws at the first thing that is wrong.

/**
 * `client` is the package; `servers` what serve.js printed. `hasCsv`: the runtime has the streams of Node. `tellsNotSent`:
 * its fetch, or undici, tells a connection that was never made from one that was lost.
 */
export async function useClient(client, { servers, createTransport, hasCsv = true, tellsNotSent = true }) {
  const open = (options = {}) =>
    client.createClient({
      clientCode: '100001',
      username: 'demo',
      password: 'demouser',
      url: servers.erply,
      retry: { attempts: 1 },
      ...(createTransport && { transport: createTransport() }),
      ...options,
    });
  const run = { client, servers, open };
  await readLists(run);
  await readErrors(run, tellsNotSent);
  await closeWhileUnderWay(run);
  if (hasCsv) await readReports(run);
  else await readNoReport(run);
}

async function readLists({ open }) {
  const client = open();
  const { records: warehouses } = await client.getWarehouses();
  check(warehouses.length > 0, 'the shop has no warehouse');
  const names = [];
  for await (const product of client.getProducts.all()) names.push(product.name);
  const { status } = await client.getProducts({ recordsOnPage: 1 });
  check(names.length === status.recordsTotal, `${names.length} of ${status.recordsTotal} products`);
  check(
    names.every((name) => typeof name === 'string' && !name.includes('\ufffd')),
    'a name is broken',
  );
  await client.close();
}

async function readErrors({ client, servers, open }, tellsNotSent) {
  const refused = await failureOf(open().deleteProduct({ productID: 987_654_321 }));
  check(client.isErplyError(refused) && refused.kind === 'api', `a refusal is "${refused}"`);
  const wrong = await failureOf(open({ clientCode: '100002', password: 'wrong' }).getWarehouses());
  check(wrong.kind === 'credentials' && wrong.code === 1051, `a wrong password is "${wrong}"`);

  const lost = await failureOf(
    open({ url: servers.reports, clientCode: 'lost' }).saveProductGroup({ name: 'n' }),
  );
  check(lost.kind === 'transport' && lost.mayHaveBeenApplied, `a write whose answer is lost is "${lost}"`);
  const sent = await (await fetch(`${servers.reports}/saves`)).text();
  check(sent === '1', `a write whose answer was lost was sent ${sent} times`);

  const nobody = await failureOf(open({ url: servers.nobody }).getWarehouses());
  const said = tellsNotSent ? 'no connection' : 'the answer was lost';
  check(nobody.message.includes(said), `where nobody listens it says "${nobody}"`);
  const plain = await failureOf(open({ url: servers.erply.replace('http:', 'https:') }).getWarehouses());
  const trust = tellsNotSent ? 'no trusted connection' : 'the answer was lost';
  check(plain.message.includes(trust), `of a server without TLS it says "${plain}"`);
  const elsewhere = await failureOf(open({ url: servers.reports, clientCode: 'redirect' }).getWarehouses());
  check(elsewhere.message.includes('a redirect, which is not followed'), `a redirect is "${elsewhere}"`);
}

async function closeWhileUnderWay({ servers, open }) {
  const client = open({ url: servers.reports, clientCode: 'silent' });
  const call = failureOf(client.getWarehouses());
  await fetch(`${servers.reports}/asked`); // answered when the call has arrived
  await client.close();
  const closed = await call;
  check(closed.kind === 'aborted', `a call that is under way when the client is closed is "${closed}"`);
}

async function readReports({ servers, open }) {
  const client = open();
  const { records } = await client.getProductStock({ warehouseID: 1 });
  const rows = [];
  for await (const row of client.getProductStock.csv({ warehouseID: 1 })) rows.push(row);
  check(rows.length > 0 && JSON.stringify(rows) === JSON.stringify(records), 'CSV and JSON differ');
  await client.close();

  for (const clientCode of ['whole-length', 'whole-chunks', 'whole-chunks-close']) {
    const products = [];
    const report = open({ url: servers.reports, clientCode }).getProductStock.csv();
    for await (const { productID } of report) products.push(productID);
    check(products.join() === '1,2', `${clientCode}: products ${products}`);
  }
  const cuts = [
    'cut-length',
    'cut-chunk',
    'cut-between-chunks',
    'cut-chunk-close',
    'cut-between-chunks-close',
  ];
  for (const clientCode of [...cuts, 'no-last-chunk', 'ended-by-connection']) {
    const error = await failureOf(drain(open({ url: servers.reports, clientCode }).getProductStock.csv()));
    check(error.kind === 'incomplete', `${clientCode}: "${error}"`);
  }
  for (const clientCode of ['gzip-length', 'gzip-chunks']) {
    const error = await failureOf(drain(open({ url: servers.reports, clientCode }).getProductStock.csv()));
    check(error.message.includes('came compressed (gzip)'), `${clientCode}: "${error}"`);
  }
}

async function readNoReport({ open }) {
  const error = await failureOf(drain(open().getProductStock.csv({ warehouseID: 1 })));
  check(error.kind === 'usage' && error.message.includes('the streams of Node'), `csv() is "${error}"`);
}

async function drain(rows) {
  for await (const _ of rows);
}

async function failureOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('what should have failed did not');
}

function check(isRight, wrong) {
  if (!isRight) throw new Error(wrong);
}
