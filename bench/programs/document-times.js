// Saves sales documents and reads them in this process. Takes its sizes as JSON; prints one line of JSON: milliseconds
// of processor time of each save, and of each page of 100 documents with their rows beside the floor, which answers the
// same records with `c.json`.

import { Hono } from 'hono';

import { createMock } from '@erply-kit/mock';

const { products, documents, rows, saves, rounds } = JSON.parse(process.argv[2]);
const settlingSaves = 200;
const pageSize = 100;

const mock = createMock({ products, quota: 1e9, maxAccountMegabytes: 16_000, journal: 'off' });
const account = mock.account('100001');

const formOf = (fields) => new URLSearchParams({ clientCode: '100001', ...fields }).toString();
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const post = async (app, body) => (await app.request('/api/', { method: 'POST', headers, body })).text();

async function ask(fields) {
  const answer = JSON.parse(await post(mock.app, formOf(fields)));
  const { errorCode, errorField } = answer.status;
  if (errorCode !== 0) throw new Error(`${fields.request}: code ${errorCode} ${errorField ?? ''}`);
  return answer;
}

const { records: logins } = await ask({ request: 'verifyUser', username: 'demo', password: 'demouser' });
const { sessionKey } = logins[0];

/** Plain products: others need no stock, or draw that of others. */
const { records: goods } = await ask({
  ...{ sessionKey, request: 'getProducts', type: 'PRODUCT', recordsOnPage: '1000' },
});
const ids = goods.map(({ productID }) => productID);

/** What the shop has sold so far, written as saved records. */
const data = account.data('salesDocuments');
for (let number = 1; number <= documents; number += 1)
  data.insert({
    ...{
      type: 'CASHINVOICE',
      confirmed: 1,
      date: '2026-05-01',
      time: '10:00:00',
      warehouseID: 1,
      clientID: 1,
    },
    ...{ number: String(200_000 + number), invoiceState: 'READY', netTotal: 20, vatTotal: 4.8, total: 24.8 },
    inventoryTransactionDate: '2026-05-01',
    rows: [1, 2].map((row) => ({
      ...{
        productID: 1 + ((number * 7919 + row * 101) % products),
        amount: 1,
        price: 10,
        discount: 0,
        vatrateID: 1,
      },
      ...{ finalNetPrice: 10, finalPriceWithVAT: 12.4, rowNetTotal: 10, rowVAT: 2.4, rowTotal: 12.4 },
      ...{ rowID: number * 2 + row, stableRowID: number * 2 + row },
    })),
  });

function saleForm(number) {
  const fields = { sessionKey, request: 'saveSalesDocument', type: 'INVWAYBILL', warehouseID: '1' };
  for (let row = 1; row <= rows; row += 1) {
    fields[`productID${row}`] = String(ids[(number * 31 + row * 7) % ids.length]);
    fields[`amount${row}`] = String(1 + (row % 3));
    fields[`price${row}`] = (row + 0.95).toFixed(2);
    fields[`vatrateID${row}`] = '1';
  }
  return formOf(fields);
}

const usedMs = (before) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Processor time of each of some batches of saves, per save. */
async function timeSaves() {
  const forms = Array.from({ length: settlingSaves + saves }, (_, number) => saleForm(number));
  const perSave = [];
  const batch = 50;
  for (let done = 0; done < forms.length; done += batch) {
    const before = process.cpuUsage();
    for (const form of forms.slice(done, done + batch)) {
      const text = await post(mock.app, form);
      if (!text.includes('"errorCode":0')) throw new Error(`saveSalesDocument: ${text.slice(0, 200)}`);
    }
    if (done >= settlingSaves) perSave.push(usedMs(before) / batch);
  }
  return perSave;
}

/** Pages of the newest documents, which were all saved through the API, in turns with the floor. */
async function timePages() {
  const page = (pageNo) => ({
    ...{ sessionKey, request: 'getSalesDocuments', getRowsForAllInvoices: '1' },
    ...{ orderBy: 'documentID', orderByDir: 'desc', recordsOnPage: String(pageSize), pageNo: String(pageNo) },
  });
  const pages = Array.from({ length: Math.floor(saves / pageSize) }, (_, index) => index + 1);
  const answers = [];
  for (const pageNo of pages) answers.push(await ask(page(pageNo)));
  const floor = new Hono();
  let next = 0;
  floor.post('/api/', async (c) => {
    await c.req.text();
    return c.json(answers[next % answers.length]);
  });
  const times = { 'one page': [], 'one page, floor': [], 'pages in turn': [], 'pages in turn, floor': [] };
  const take = async (name, app, bodies) => {
    const before = process.cpuUsage();
    for (const body of bodies) {
      await post(app, body);
      if (app === floor && bodies[0] !== bodies[1]) next += 1;
    }
    times[name].push(usedMs(before) / bodies.length);
  };
  const requests = 20;
  const one = Array.from({ length: requests }, () => formOf(page(1)));
  const turns = Array.from({ length: requests }, (_, index) => formOf(page(pages[index % pages.length])));
  // The first rounds are for the compiler and not counted.
  for (let round = -5; round < rounds; round += 1) {
    next = 0;
    await take('one page', mock.app, one);
    await take('one page, floor', floor, one);
    await take('pages in turn', mock.app, turns);
    await take('pages in turn, floor', floor, turns);
    if (round < 0) for (const list of Object.values(times)) list.length = 0;
  }
  return times;
}

const perSave = await timeSaves();
const times = await timePages();
process.stdout.write(`${JSON.stringify({ perSave, times })}\n`);
