import { expect, test } from 'vitest';

import { documentLanes } from '@erply-kit/sync';

import { sqliteAddress } from '../src/database/database-address.ts';
import { runImport } from '../src/run-import.ts';
import { askedLanes as asked, openDocumentShop, writings } from './document-shop.ts';
import { canaryID, foundIn } from './people-shop.ts';
import { startTamperingProxy } from './tampering-proxy.ts';

const writtenIn = (bytes: string) => writings.filter((text) => bytes.includes(text));

test('documents are copied only when they are asked for, with their rows in tables of their own', async () => {
  await using shop = await openDocumentShop();
  const plain = await shop.obey('run');
  expect(plain).toMatchObject({ exitCode: 0, stderr: '' });
  expect(plain.stdout).not.toMatch(/Documents|payments/);
  const copied = await shop.obey('run', ...asked);
  expect(copied).toMatchObject({ exitCode: 0, stderr: '' });
  expect(copied.stdout).toMatch(/^salesDocuments +full +3 /m);
  const [sold, , draft] = shop.sales;
  expect(
    shop.query(
      'SELECT id, type, number, date, client_id, confirmed, net_total, total FROM sales_documents ORDER BY id',
    ),
  ).toMatchObject([
    {
      id: sold,
      type: 'CASHINVOICE',
      number: '1',
      date: '2026-03-01',
      client_id: canaryID,
      confirmed: 1,
      net_total: 14.7,
    },
    { client_id: 1003, total: 17.64 },
    { id: draft, confirmed: 0, number: '0' },
  ]);
  expect(
    shop.query(`SELECT position, product_id, amount, price, discount, net_total, vat, total FROM sales_document_rows
                WHERE document_id = ${sold} ORDER BY position`),
  ).toEqual([
    {
      position: 1,
      product_id: 1,
      amount: 2,
      price: 8.1667,
      discount: 10,
      net_total: 7.35,
      vat: 1.47,
      total: 8.82,
    },
    { position: 2, product_id: 2, amount: 1, price: 3, discount: 0, net_total: 7.35, vat: 1.47, total: 8.82 },
  ]);
  expect(shop.query('SELECT document_id, customer_id, type, sum FROM payments ORDER BY id')).toMatchObject([
    { document_id: sold, customer_id: canaryID, type: 'CARD', sum: 17.64 },
    {},
    {},
  ]);
  expect(
    shop.query(`SELECT d.number, r.product_id, r.amount, r.price FROM purchase_documents d
                JOIN purchase_document_rows r ON r.client_code = d.client_code AND r.document_id = d.id`),
  ).toEqual([{ number: 'S-1', product_id: 1, amount: 12, price: 4.5 }]);
});

test('a row follows its document: edited, deleted, and back', async () => {
  await using shop = await openDocumentShop();
  await shop.obey('run', ...asked);
  const [sold = 0, other = 0] = shop.sales;
  const rowsOf = (id: number) =>
    shop
      .query(`SELECT product_id FROM sales_document_rows WHERE document_id = ${id}`)
      .map((row) => row.product_id);
  shop.account.clock.advance('1h');
  shop.account.data('salesDocuments').update(sold, {
    rows: [{ rowID: 9, stableRowID: 9, productID: 5, amount: 1, price: 1, vatrateID: 1, itemName: 'Spoon' }],
  });
  shop.account.data('salesDocuments').remove(other);
  shop.account.data('payments').remove(shop.payments[1] ?? 0);
  const { stdout } = await shop.obey('run', ...asked);
  expect(stdout).toMatch(/^salesDocuments +incremental +1 +1 /m);
  expect(stdout).toMatch(/^payments +incremental +0 +1 /m);
  expect([rowsOf(sold), rowsOf(other)]).toEqual([[5], []]);
  expect(shop.query(`SELECT deleted_at > 0 AS gone FROM sales_documents WHERE id = ${other}`)).toEqual([
    { gone: 1 },
  ]);
  // What was deleted is still in the record, for whoever asks for it.
  expect(
    shop.query(`SELECT json_array_length(record, '$.rows') AS rows FROM sales_documents WHERE id = ${other}`),
  ).toEqual([{ rows: 2 }]);
});

test('a document whose row does not fit goes aside, and the one that is there stays whole', async () => {
  await using shop = await openDocumentShop();
  await shop.obey('run', ...asked);
  const [sold = 0] = shop.sales;
  shop.account.data('salesDocuments').update(sold, { number: '77' });
  await using proxy = await startTamperingProxy();
  proxy.target = shop.credentials.url;
  proxy.tamper = (text) => text.replaceAll('"amount":"1",', '');
  const { lanes } = await runImport({
    ...{
      credentials: { ...shop.credentials, url: proxy.url },
      database: sqliteAddress(shop.path),
      lanes: documentLanes,
    },
  });
  expect(lanes[0]).toMatchObject({ lane: 'salesDocuments', deadLetters: 1, outcome: 'completed' });
  expect(shop.query('SELECT record_id, path, message FROM dead_letters')).toEqual([
    { record_id: sold, path: 'rows.2.amount', message: 'missing' },
  ]);
  expect(shop.query(`SELECT number FROM sales_documents WHERE id = ${sold}`)).toEqual([{ number: '1' }]);
  expect(shop.query(`SELECT count(*) AS rows FROM sales_document_rows WHERE document_id = ${sold}`)).toEqual([
    { rows: 2 },
  ]);
});

test('the copy has no names and addresses of others than it was asked for, and nothing that goes out of date', async () => {
  await using shop = await openDocumentShop();
  await shop.obey('run', ...asked);
  expect(foundIn(shop.bytes())).toEqual([]);
  const fields = new Set(
    ['sales_documents', 'payments', 'purchase_documents'].flatMap((table) =>
      shop
        .query(`SELECT record FROM ${table}`)
        .flatMap(({ record }) => Object.keys(JSON.parse(String(record)))),
    ),
  );
  for (const field of [
    'clientName',
    'clientEmail',
    'address',
    'employeeName',
    'supplierName',
    'paymentStatus',
    'invoiceLink',
  ])
    expect(fields).not.toContain(field);
});

test('forget takes the person out of documents, and leaves what the books need', async () => {
  await using shop = await openDocumentShop();
  await shop.obey('run', ...asked);
  expect(writtenIn(shop.bytes())).toEqual(writings);
  const whom = ['forget', '100001', String(canaryID)];
  expect((await shop.obey(...whom)).stdout).toBe('there is the person in 1 sales document, 1 payment\n');
  const done = await shop.obey(...whom, '--yes', '--json');
  expect(JSON.parse(done.stdout)).toMatchObject({
    erased: true,
    rows: { customers: 0, salesDocuments: 1, payments: 1, purchaseDocuments: 0 },
  });
  const [sold, other] = shop.sales;
  expect(
    shop.query(`SELECT type, number, date, client_id, notes, total FROM sales_documents WHERE id = ${sold}`),
  ).toEqual([
    { type: 'CASHINVOICE', number: '1', date: '2026-03-01', client_id: null, notes: null, total: 17.64 },
  ]);
  expect(shop.query(`SELECT count(*) AS rows FROM sales_document_rows WHERE document_id = ${sold}`)).toEqual([
    { rows: 2 },
  ]);
  expect(shop.query('SELECT customer_id, info, sum FROM payments ORDER BY id')).toMatchObject([
    { customer_id: null, info: null, sum: 17.64 },
    { customer_id: 1003 },
    { customer_id: 1003 },
  ]);
  expect(shop.query(`SELECT client_id FROM sales_documents WHERE id = ${other}`)).toEqual([
    { client_id: 1003 },
  ]);
  // The other customer's documents say some of the same, and keep it.
  const records = [
    ...shop.query('SELECT record FROM sales_documents'),
    ...shop.query('SELECT record FROM payments'),
  ];
  for (const { record } of records)
    if (!String(record).includes('1003')) expect(writtenIn(String(record))).toEqual([]);
});

test('a forgotten person does not come back with a document, changed or read in full, until that is undone', async () => {
  await using shop = await openDocumentShop();
  await shop.obey('run', ...asked);
  const whom = ['forget', '100001', String(canaryID)];
  await shop.obey(...whom, '--yes');
  const [sold = 0] = shop.sales;
  const client = () => shop.query(`SELECT client_id, total FROM sales_documents WHERE id = ${sold}`);
  shop.account.clock.advance('1h');
  shop.account.data('salesDocuments').update(sold, { total: 20 });
  for (const full of [[], ['--full']]) {
    expect(await shop.obey('run', ...asked, ...full)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(client()).toEqual([{ client_id: null, total: 20 }]);
  }
  expect((await shop.obey(...whom)).stdout).toBe('there is nothing\n');
  await shop.obey(...whom, '--undo');
  await shop.obey('run', ...asked, '--full');
  expect(client()).toEqual([{ client_id: canaryID, total: 20 }]);
});

test('a plan says what documents cost', async () => {
  await using shop = await openDocumentShop();
  const { stdout } = await shop.obey('plan', ...asked);
  expect(stdout).toMatch(/^salesDocuments +full +3 /m);
  expect(stdout).toMatch(/^payments +full +3 /m);
});
