import { describe, expect, it } from 'vitest';

import { propertySeed, seededRandom } from '@erply-kit/tooling/property';

import { loggedIn, post } from '../../../test/ask.ts';
import { type Shop, seller } from '../../../test/sales-documents/seller.ts';
import { period, type Sold, soldRows } from '../../../test/sales-documents/sold-rows.ts';

type AnyRecord = Record<string, any>;

/** The lines of the file that a report call links, as fields. */
async function reportOf({ mock, call }: Shop, request: string, fields: Record<string, string | number>) {
  const { status, records } = await call(request, fields);
  expect(status.errorCode, JSON.stringify(fields)).toBe(0);
  const file = await mock.app.request(new URL(records[0].reportLink).pathname);
  const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
  expect(text.endsWith('\n')).toBe(true);
  return text.trimEnd().split('\n');
}

/** Fields of a line in which nothing has a separator or quotes inside. */
const cellsOf = (line: string, separator = ';') =>
  line.split(separator).map((cell) => cell.replace(/^"|"$/g, ''));

/** Lines as objects by the names of their columns, the one that begins with TOTAL apart. */
function readReport(lines: readonly string[]) {
  const [header = '', ...rest] = lines;
  const names = cellsOf(header);
  const read = (line: string) =>
    Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] || 'LINE', cell]));
  return { names, lines: rest.slice(0, -1).map(read), total: read(rest.at(-1) ?? '') };
}

/** Cents of a sum of decimals: what a report should say, added up the plain way, in millionths. */
const cents = (values: readonly number[]) => {
  const millionths = values.reduce((sum, value) => sum + Math.round(value * 1e6), 0);
  return Math.sign(millionths) * Math.round(Math.abs(millionths) / 10_000);
};

const inCents = (text: string | undefined) => Math.round(Number(text) * 100);

const figures: Readonly<Record<string, (sold: Sold) => number>> = {
  UNITS_SOLD: ({ row }) => Number(row.amount),
  NET_SALES_TOTAL: ({ row }) => row.rowNetTotal,
  VAT_TOTAL: ({ row }) => row.rowVAT,
  SALES_TOTAL: ({ row }) => row.rowTotal,
  COST: ({ row }) => Number(row.warehouseValue) * Number(row.amount),
};

/** The fields of documents that reports add whose lines are of whole documents. */
const totals: Readonly<Record<string, string>> = {
  NET_SALES_TOTAL: 'netTotal',
  VAT_TOTAL: 'vatTotal',
  SALES_TOTAL: 'total',
};

/** What a line of a report says: the sums of documents, or of rows where the report is about these. */
function valuesOf(name: string, sold: readonly Sold[], reportType: string): number[] {
  const total = totals[name];
  if (total === undefined || reportType === 'SALES_BY_PRODUCT')
    return sold.map((each) => figures[name]?.(each) ?? 0);
  const documents = new Map(sold.map(({ document }) => [document.id, document]));
  return [...documents.values()].map((document) => document[total]);
}

/** What the lines of each report are about, and the column that says it. */
const subjects: Readonly<Record<string, readonly [column: string, of: (sold: Sold) => unknown]>> = {
  SALES_BY_DATE: ['DATE', ({ document }) => document.date],
  SALES_BY_PRODUCT: ['PRODUCT_ID', ({ row }) => row.productID],
  SALES_BY_WAREHOUSE: ['WAREHOUSE_ID', ({ document }) => document.warehouseID],
  SALES_BY_INVOICE: ['INVOICE_ID', ({ document }) => document.id],
};

function expectFigures(line: AnyRecord, sold: readonly Sold[], reportType: string) {
  const said = `${reportType} ${JSON.stringify(line)}`;
  for (const name of Object.keys(figures)) {
    // Costs are kept per unit in an answer, so that a cent may be lost there and not in the report.
    const slack = name === 'COST' ? 1 : 0;
    const difference = Math.abs(inCents(line[name]) - cents(valuesOf(name, sold, reportType)));
    expect(difference, `${said} ${name}`).toBeLessThanOrEqual(slack);
  }
  // Each is rounded once, from what it really is.
  const profit = inCents(line.NET_SALES_TOTAL) - inCents(line.COST);
  expect(Math.abs(inCents(line.PROFIT) - profit), said).toBeLessThanOrEqual(1);
}

describe('getSalesReport', () => {
  it('adds up what a plain sum over getSalesDocuments does: documents by day, location and invoice, else rows', async () => {
    const shop = await seller();
    const sold: readonly Sold[] = await soldRows(shop, seededRandom(propertySeed), 60);
    for (const [reportType, [column, of]] of Object.entries(subjects)) {
      const report = readReport(
        await reportOf(shop, 'getSalesReport', { ...period, reportType, getCOGS: 1 }),
      );
      const keys = [...new Set(sold.map((each) => String(of(each))))];
      expect(report.lines.map((line) => line[column]).sort(), reportType).toEqual(keys.sort());
      for (const line of report.lines)
        expectFigures(
          line,
          sold.filter((each) => String(of(each)) === line[column]),
          reportType,
        );
      for (const name of Object.keys(figures).filter((each) => each !== 'COST'))
        expect(inCents(report.total[name]), reportType).toBe(cents(valuesOf(name, sold, reportType)));
    }
    const rows = readReport(
      await reportOf(shop, 'getSalesReport', { ...period, reportType: 'SALES_BY_INVOICE_ROWS' }),
    );
    const plain = sold.map(({ document, row }) => [document.id, row.productID, cents([row.rowTotal])].join());
    const said = rows.lines.map((line) =>
      [line.INVOICE_ID, line.PRODUCT_ID, inCents(line.SALES_TOTAL)].join(),
    );
    expect(said.sort()).toEqual(plain.sort());
  });

  it('agrees with the document where rows that are rounded each would differ, and adds rows where it chooses rows', async () => {
    const shop = await seller();
    const rows = [
      { productID: 1, amount: 1, price: 0.11, vatrateID: 1 },
      { productID: 2, amount: 4, price: 19.65, vatrateID: 1 },
    ];
    const id = await shop.idOf({ type: 'CASHINVOICE', date: '2026-03-05' }, rows);
    const { records } = await shop.call('getSalesDocuments', { id });
    const [{ netTotal, vatTotal, total, rows: sold }] = records;
    const figuresOf = async (fields: Record<string, string | number>) => {
      const report = readReport(await reportOf(shop, 'getSalesReport', { ...period, ...fields }));
      const { NET_SALES_TOTAL, VAT_TOTAL, SALES_TOTAL } = report.total;
      return [NET_SALES_TOTAL, VAT_TOTAL, SALES_TOTAL].map(inCents);
    };
    const ofDocument = [netTotal, vatTotal, total].map((value) => cents([value]));
    const ofRows = ['rowNetTotal', 'rowVAT', 'rowTotal'].map((field) =>
      cents(sold.map((row: AnyRecord) => row[field])),
    );
    expect(ofDocument).not.toEqual(ofRows);
    for (const reportType of ['SALES_BY_DATE', 'SALES_BY_WAREHOUSE', 'SALES_BY_INVOICE']) {
      expect(await figuresOf({ reportType }), reportType).toEqual(ofDocument);
      for (const choice of [{ productIDs: '1,2' }, { transactionType: 'SALES' }])
        expect(await figuresOf({ reportType, ...choice }), reportType).toEqual(ofRows);
    }
    for (const reportType of ['SALES_BY_PRODUCT', 'SALES_BY_INVOICE_ROWS'])
      expect(await figuresOf({ reportType }), reportType).toEqual(ofRows);
  });

  it('chooses by location, customer, product and direction as a plain filter does', async () => {
    const shop = await seller();
    const sold: readonly Sold[] = await soldRows(shop, seededRandom(propertySeed + 1), 40);
    const choices: readonly [Record<string, string | number>, (sold: Sold) => boolean][] = [
      [{ warehouseID: 2 }, ({ document }) => document.warehouseID === 2],
      [{ customerID: 1002 }, ({ document }) => document.clientID === 1002],
      [{ productID: 3 }, ({ row }) => row.productID === '3'],
      [{ productIDs: '1,2' }, ({ row }) => ['1', '2'].includes(row.productID)],
      [{ transactionType: 'RETURNS' }, ({ row }) => Number(row.amount) < 0],
      [{ transactionType: 'SALES' }, ({ row }) => Number(row.amount) >= 0],
      [{ showProductsAndServices: 'SERVICES' }, () => false],
      [{ documentDateStart: '2026-03-15' }, ({ document }) => document.date >= '2026-03-15'],
    ];
    for (const [fields, isChosen] of choices) {
      const report = readReport(
        await reportOf(shop, 'getSalesReport', { ...period, reportType: 'SALES_BY_PRODUCT', ...fields }),
      );
      const wanted = cents(sold.filter(isChosen).map(({ row }) => row.rowNetTotal));
      expect(inCents(report.total.NET_SALES_TOTAL), JSON.stringify(fields)).toBe(wanted);
    }
  });

  it('leaves out gift cards, or has nothing else, or both', async () => {
    const shop = await seller();
    const card = await shop.product({ name: 'Card', isGiftCard: 1, nonStockProduct: 1 });
    await shop.idOf({ date: '2026-03-05' }, [
      { productID: 1, amount: 1, price: 3 },
      { productID: card, amount: 1, price: 50 },
    ]);
    const netOf = async (giftCardsSales?: string) => {
      const fields = {
        ...period,
        reportType: 'SALES_BY_DATE',
        ...(giftCardsSales ? { giftCardsSales } : {}),
      };
      return readReport(await reportOf(shop, 'getSalesReport', fields)).total.NET_SALES_TOTAL;
    };
    expect(await netOf()).toBe('3.00');
    expect(await netOf('ONLY_GIFT_CARDS')).toBe('50.00');
    expect(await netOf('BOTH_REGULAR_AND_GIFT_CARD')).toBe('53.00');
  });

  it('has an empty first header cell, the separator of the account, doubled quotes, latin1 and a line TOTAL', async () => {
    const shop = await seller();
    const productID = await shop.product({ name: 'Caf\u00e9 "au; lait" \u0416', code: 'C' });
    await shop.idOf({ date: '2026-03-05' }, [{ productID, amount: 2, price: 1.5, vatrateID: 1 }]);
    const fields = { ...period, reportType: 'SALES_BY_PRODUCT' };
    expect(await reportOf(shop, 'getSalesReport', fields)).toEqual([
      '"";"PRODUCT_ID";"PRODUCT_CODE";"PRODUCT_NAME";"UNITS_SOLD";"NET_SALES_TOTAL";"VAT_TOTAL";"SALES_TOTAL"',
      expect.stringMatching(/^"1";"\d+";"C";"Caf\u00e9 ""au; lait"" \?";"2";"3\.00";"\d\.\d\d";"\d\.\d\d"$/),
      expect.stringMatching(/^"TOTAL";;;;"2";"3\.00";"\d\.\d\d";"\d\.\d\d"$/),
    ]);
    shop.account.data('confParameters').update(1, { csv_field_separator: ',' });
    const [header] = await reportOf(shop, 'getSalesReport', { ...fields, responseType: 'CSV' });
    expect(header?.startsWith('"","PRODUCT_ID",')).toBe(true);
  });

  it('counts in another currency, and refuses one that the account does not have', async () => {
    const shop = await seller();
    shop.account.data('currencies').insert({ code: 'XTS', rate: 0.5 });
    await shop.idOf({ date: '2026-03-05' }, [{ productID: 1, amount: 1, price: 3 }]);
    const fields = { ...period, reportType: 'SALES_BY_DATE' };
    const report = await reportOf(shop, 'getSalesReport', { ...fields, currencyCode: 'XTS' });
    expect(readReport(report).total.NET_SALES_TOTAL).toBe('6.00');
    expect(await shop.refusal({ ...fields, currencyCode: 'XXX' }, 'getSalesReport')).toEqual([
      1016,
      'currencyCode',
    ]);
  });

  it('refuses what it does not serve with 1016 and a note, and a request without type or period with 1010', async () => {
    const { mock, refusal } = await seller();
    const { sessionKey } = await loggedIn(mock);
    const types = ['SALES_BY_HOUR', 'SALES_BY_CASHIER', 'SALES_BY_MATRIX_WITH_DRILL_DOWN', 'NONE'];
    for (const reportType of types)
      expect(await refusal({ ...period, reportType }, 'getSalesReport')).toEqual([1016, 'reportType']);
    const asked = { clientCode: '100001', sessionKey, request: 'getSalesReport', ...period };
    const answer = await post(mock, { ...asked, reportType: 'SALES_BY_HOUR' });
    expect(answer.headers.get('erply-mock-note')).toBe('getSalesReport: SALES_BY_HOUR is not served yet');
    expect(await refusal(period, 'getSalesReport')).toEqual([1010, 'reportType']);
    expect(await refusal({ reportType: 'SALES_BY_DATE', dateEnd: '2026-01-01' }, 'getSalesReport')).toEqual([
      1010,
      'dateStart',
    ]);
  });

  it('is one at a time of an account: 1021 while the file of another is written', async () => {
    const shop = await seller();
    for (let made = 0; made < 3; made += 1)
      await shop.idOf({ date: '2026-03-05' }, [{ productID: 1, amount: 1, price: 3 }]);
    const asked = { ...period, reportType: 'SALES_BY_DATE' };
    const both = await Promise.all([
      shop.call('getSalesReport', asked),
      shop.call('getPurchaseReport', { reportType: 'PURCHASE_BY_PRODUCT' }),
    ]);
    expect(both.map(({ status }) => status.errorCode).sort()).toEqual([0, 1021]);
    // It ends with the file, and with what was refused.
    await reportOf(shop, 'getSalesReport', asked);
    expect(await shop.refusal({ ...asked, currencyCode: 'XXX' }, 'getSalesReport')).toEqual([
      1016,
      'currencyCode',
    ]);
    await reportOf(shop, 'getSalesReport', asked);
  });
});
