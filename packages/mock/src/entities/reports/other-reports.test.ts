import { describe, expect, it } from 'vitest';

import { propertySeed, seededRandom } from '@erply-kit/tooling/property';

import { rowInputs, seller } from '../../../test/sales-documents/seller.ts';

type Shop = Awaited<ReturnType<typeof seller>>;

const cellsOf = (line: string) => line.split(';').map((cell) => cell.replace(/^"|"$/g, ''));

/** The lines of a report as objects, and the last one. */
async function reportOf({ mock, call }: Shop, request: string, fields: Record<string, string | number>) {
  const { status, records } = await call(request, fields);
  expect(status.errorCode, JSON.stringify(fields)).toBe(0);
  const file = await mock.app.request(new URL(records[0].reportLink).pathname);
  const [header = '', ...rest] = Buffer.from(await file.arrayBuffer())
    .toString('latin1')
    .trimEnd()
    .split('\n');
  const names = cellsOf(header);
  const read = (line: string): Record<string, string> =>
    Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] ?? '', cell]));
  return { names, lines: rest.slice(0, -1).map(read), total: read(rest.at(-1) ?? '') };
}

interface Bought {
  readonly document: Record<string, number | string>;
  readonly productID: number;
  readonly cents: number;
}

/** Buys at random, and answers the rows that were received in March. */
function boughtRows({ account }: Shop): Bought[] {
  const random = seededRandom(propertySeed);
  const bought: Bought[] = [];
  const documents = account.data('purchaseDocuments');
  for (let made = 0; made < 40; made += 1) {
    const document = {
      type: random.pick(['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL', 'PRCRETURN', 'PRCORDER']),
      ...{ confirmed: random.chance(0.8) ? 1 : 0, date: `2026-0${random.whole(2, 4)}-05` },
      ...{ supplierID: random.whole(1, 3), warehouseID: random.whole(1, 2), number: `P${made}` },
    };
    const sign = document.type === 'PRCRETURN' ? -1 : 1;
    const rows = Array.from({ length: random.whole(1, 3) }, () => ({
      ...{
        productID: random.whole(1, 6),
        amount: sign * random.whole(1, 9),
        price: random.whole(1, 999) / 100,
      },
      discount: random.pick([0, 10]),
    }));
    const id = documents.insert({ ...document, rows });
    if (document.type === 'PRCORDER' || document.confirmed !== 1 || document.date.slice(5, 7) !== '03')
      continue;
    for (const { productID, amount, price, discount } of rows) {
      // Tenths of a cent are exact, and a half of one goes away from zero.
      const tenths = Math.round(price * 100) * (100 - discount) * amount;
      const cents = Math.sign(tenths) * Math.round(Math.abs(tenths) / 100);
      bought.push({ document: { ...document, id }, productID, cents });
    }
  }
  return bought;
}

const march = { dateStart: '2026-03-01', dateEnd: '2026-03-31' };

describe('getPurchaseReport', () => {
  it('adds up what a plain sum over confirmed purchases does, by each of its types', async () => {
    const shop = await seller();
    const bought = boughtRows(shop);
    const products = new Map(
      shop.account
        .data('products')
        .list()
        .map((product) => [Number(product.productID), product]),
    );
    const suppliers = new Map(
      shop.account
        .data('suppliers')
        .list()
        .map((supplier) => [Number(supplier.supplierID), supplier]),
    );
    const keys: Readonly<Record<string, readonly [string, (row: Bought) => unknown]>> = {
      PURCHASE_BY_PRODUCT: ['PRODUCT_ID', ({ productID }) => productID],
      PURCHASE_BY_PRODUCT_GROUP: ['PRODUCT_GROUP_ID', ({ productID }) => products.get(productID)?.groupID],
      PURCHASE_BY_BRAND: ['BRAND_ID', ({ productID }) => products.get(productID)?.brandID],
      PURCHASE_BY_SUPPLIER: ['SUPPLIER_ID', ({ document }) => document.supplierID],
      PURCHASE_BY_SUPPLIER_GROUP: [
        'SUPPLIER_GROUP_ID',
        ({ document }) => suppliers.get(Number(document.supplierID))?.groupID,
      ],
      PURCHASE_BY_INVOICE: ['INVOICE_ID', ({ document }) => document.id],
    };
    for (const [reportType, [column, keyOf]] of Object.entries(keys)) {
      const { lines, total, names } = await reportOf(shop, 'getPurchaseReport', { reportType, ...march });
      expect(names.slice(0, 2)).toEqual(['LINE_NUMBER', column]);
      const sums = new Map<string, number>();
      for (const row of bought) sums.set(String(keyOf(row)), (sums.get(String(keyOf(row))) ?? 0) + row.cents);
      const said = lines.map((line) => [line[column], Math.round(Number(line.NET_PURCHASE_TOTAL) * 100)]);
      expect(Object.fromEntries(said), reportType).toEqual(Object.fromEntries(sums));
      const all = bought.reduce((sum, { cents }) => sum + cents, 0);
      expect(Math.round(Number(total.NET_PURCHASE_TOTAL) * 100), reportType).toBe(all);
      expect(total.LINE_NUMBER).toBe('TOTAL');
    }
    const rows = await reportOf(shop, 'getPurchaseReport', {
      reportType: 'PURCHASE_BY_INVOICE_ROWS',
      ...march,
    });
    expect(rows.lines).toHaveLength(bought.length);
  });

  it('needs a type, and knows only its own', async () => {
    const { refusal } = await seller();
    expect(await refusal({}, 'getPurchaseReport')).toEqual([1010, 'reportType']);
    expect(await refusal({ reportType: 'SALES_BY_DATE' }, 'getPurchaseReport')).toEqual([1016, 'reportType']);
  });

  it('counts invoices without goods only where waybills receive, and what is to be paid is asked for', async () => {
    const shop = await seller();
    const rows = [{ productID: 1, amount: 1, price: 3 }];
    for (const type of ['PRCWAYBILL', 'PRCINVOICEONLY'])
      shop.account
        .data('purchaseDocuments')
        .insert({ type, supplierID: 1, warehouseID: 1, number: type, rows });
    const typesOf = async (fields = {}) => {
      const asked = { reportType: 'PURCHASE_BY_INVOICE', ...fields };
      const { lines } = await reportOf(shop, 'getPurchaseReport', asked);
      return lines.map((line) => line.INVOICE_TYPE);
    };
    expect(await typesOf({ getAccountsPayableReport: 1 })).toEqual(['PRCWAYBILL']);
    shop.account.data('confParameters').update(1, { use_purchase_waybills: 1 });
    expect(await typesOf()).toEqual(['PRCWAYBILL']);
    expect(await typesOf({ getAccountsPayableReport: 1 })).toEqual(['PRCINVOICEONLY']);
  });
});

describe('getInventoryTransferReport', () => {
  it('lists the rows of confirmed transfers and orders, and adds them up', async () => {
    const shop = await seller();
    const move = async (fields: Record<string, string | number>, rows: Record<string, number>[]) =>
      shop.call('saveInventoryTransfer', {
        ...{ warehouseFromID: 1, warehouseToID: 2, ...fields },
        ...rowInputs(rows),
      });
    const before = await reportOf(shop, 'getInventoryTransferReport', { type: 'TRANSFER' });
    await move({}, [
      { productID: 1, amount: 2, price: 1.25 },
      { productID: 2, amount: 1, price: 0.1 },
    ]);
    await move({ type: 'TRANSFER_ORDER' }, [{ productID: 1, amount: 5 }]);
    await move({ confirmed: 0 }, [{ productID: 1, amount: 7 }]);
    const after = await reportOf(shop, 'getInventoryTransferReport', { type: 'TRANSFER' });
    const added = after.lines.slice(before.lines.length);
    expect(added.map(({ PRODUCT_ID, AMOUNT, TOTAL_PRICE }) => [PRODUCT_ID, AMOUNT, TOTAL_PRICE])).toEqual([
      ['1', '2', '2.50'],
      ['2', '1', '0.10'],
    ]);
    expect(Number(after.total.AMOUNT) - Number(before.total.AMOUNT)).toBeCloseTo(3, 6);
    const orders = await reportOf(shop, 'getInventoryTransferReport', { type: 'TRANSFER_ORDER' });
    expect(orders.lines.at(-1)).toMatchObject({ LINE_NUMBER: String(orders.lines.length), AMOUNT: '5' });
    const elsewhere = { type: 'TRANSFER', warehouseFromID: 2, warehouseToID: 1 };
    const other = await reportOf(shop, 'getInventoryTransferReport', elsewhere);
    expect(other.lines.every(({ WAREHOUSE_FROM_ID }) => WAREHOUSE_FROM_ID === '2')).toBe(true);
  });
});
