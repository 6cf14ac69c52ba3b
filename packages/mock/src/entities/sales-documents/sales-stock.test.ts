import { describe, expect, it } from 'vitest';

import { loggedIn, start } from '../../../test/ask.ts';
import { seller } from '../../../test/sales-documents/seller.ts';

const types = {
  out: ['INVWAYBILL', 'CASHINVOICE', 'WAYBILL', 'EXPORTINVOICE', 'CREDITINVOICE'],
  still: ['INVOICE', 'PREPAYMENT', 'OFFER', 'ORDER', 'RESERVATION'],
};

const dayAfter = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

describe('stock', () => {
  it.each(types.out)('goes down by a confirmed %s, at its location', async (type) => {
    const { idOf, product, stockOf } = await seller();
    const productID = await product();
    await idOf({ type, warehouseID: 2 }, [{ productID, amount: 2.5 }]);
    expect(await stockOf(productID, 2)).toEqual({ inStock: -2.5, reserved: 0 });
    expect(await stockOf(productID, 1)).toEqual({ inStock: 0, reserved: 0 });
  });

  it.each(types.still)('stays as it is by a confirmed %s', async (type) => {
    const { idOf, product, stockOf } = await seller();
    const productID = await product();
    await idOf({ type }, [{ productID, amount: 2 }]);
    expect(await stockOf(productID)).toMatchObject({ inStock: 0 });
  });

  it('stays as it is where the document is to move none', async () => {
    const { idOf, product, save, stockOf } = await seller();
    const productID = await product();
    const id = await idOf({ doNotCreateInventoryTransaction: 1 }, [{ productID, amount: 2 }]);
    await save({ id, notes: 'x' });
    expect(await stockOf(productID)).toMatchObject({ inStock: 0 });
  });

  it('of matrix products, services and texts there is none', async () => {
    const { idOf, product, stockOf } = await seller();
    const [matrix, work] = [await product({ type: 'MATRIX' }), await product({ nonStockProduct: 1 })];
    await idOf({}, [
      { productID: matrix, amount: 1 },
      { productID: work, amount: 1 },
      { itemName: 'Thanks' },
    ]);
    for (const id of [matrix, work]) expect(await stockOf(id)).toEqual({ inStock: 0, reserved: 0 });
  });

  it('knows the day of the last sale', async () => {
    const { ask, idOf, product, stockUp } = await seller();
    const productID = await product();
    await stockUp(productID, 5);
    await idOf({}, [{ productID, amount: 1 }]);
    const fields = { warehouseID: 1, productIDs: productID, getLastSoldDate: 1 };
    expect((await ask('getProductStock', fields)).record).toMatchObject({ lastSoldDate: dayAfter(0) });
  });
});

describe('a bundle', () => {
  async function bundler() {
    const shop = await seller();
    const [screw, nut] = [await shop.product({ name: 'Screw' }), await shop.product({ name: 'Nut' })];
    const recipe = (amount: number) => ({
      ...{ componentProductID1: screw, componentAmount1: amount },
      ...{ componentProductID2: nut, componentAmount2: 1 },
    });
    const bundle = await shop.product({ type: 'BUNDLE', name: 'Set', ...recipe(2) });
    const stocks = async () => [
      (await shop.stockOf(screw)).inStock,
      (await shop.stockOf(nut)).inStock,
      (await shop.stockOf(bundle)).inStock,
    ];
    const change = (amount: number) =>
      shop.account.data('products').update(bundle, {
        productComponents: [
          { componentID: screw, amount },
          { componentID: nut, amount: 1 },
        ],
      });
    return { ...shop, screw, nut, bundle, stocks, change };
  }

  it('draws its components, and an assembly itself', async () => {
    const { idOf, bundle, stocks, product, stockOf, screw, remove } = await bundler();
    const id = await idOf({}, [{ productID: bundle, amount: 3 }]);
    expect(await stocks()).toEqual([-6, -3, 0]);
    const assembly = await product({ type: 'ASSEMBLY', componentProductID1: screw, componentAmount1: 5 });
    await idOf({}, [{ productID: assembly, amount: 1 }]);
    expect(await stockOf(assembly)).toMatchObject({ inStock: -1 });
    expect(await stocks()).toEqual([-6, -3, 0]);
    await remove(id);
    expect(await stocks()).toEqual([0, 0, 0]);
  });

  it('draws those of the parts of a bundle inside it', async () => {
    const { idOf, bundle, stocks, product } = await bundler();
    const crate = await product({ type: 'BUNDLE', componentProductID1: bundle, componentAmount1: 10 });
    await idOf({}, [{ productID: crate, amount: 2 }]);
    expect(await stocks()).toEqual([-40, -20, 0]);
  });

  it('has drawn what it was when its rows were saved, until they are saved again', async () => {
    const { idOf, save, bundle, stocks, change } = await bundler();
    const rows = [{ productID: bundle, amount: 1 }];
    const id = await idOf({}, rows);
    change(7);
    await save({ id, notes: 'x' });
    expect(await stocks()).toEqual([-2, -1, 0]);
    await save({ id }, rows);
    expect(await stocks()).toEqual([-7, -1, 0]);
  });

  it('brings back what was drawn, whatever it consists of now', async () => {
    const { idOf, bundle, stocks, change } = await bundler();
    const invoice = await idOf({}, [{ productID: bundle, amount: 4 }]);
    change(7);
    const credit = { type: 'CREDITINVOICE', creditToDocumentID: invoice };
    await idOf(credit, [{ productID: bundle, amount: -1 }]);
    expect(await stocks()).toEqual([-6, -3, 0]);
  });

  it('reserves its components', async () => {
    const { idOf, bundle, screw, stockOf } = await bundler();
    await idOf({ type: 'ORDER' }, [{ productID: bundle, amount: 3 }]);
    expect(await stockOf(screw)).toEqual({ inStock: 0, reserved: 6 });
  });

  it('draws them of a document that came with data, and keeps what it drew through export and import', async () => {
    const { mock, account, bundle, stocks, change, control } = await bundler();
    const rows = [{ rowID: 1, stableRowID: 1, productID: bundle, amount: 2, price: 1 }];
    account.data('salesDocuments').insert({ type: 'CASHINVOICE', warehouseID: 1, confirmed: 1, rows });
    expect(await stocks()).toEqual([-4, -2, 0]);
    change(9);
    const exported = await mock.app.request('/_mock/accounts/100001/export', {
      headers: { host: 'localhost' },
    });
    const body = await exported.text();
    expect(body).toContain('drawnComponents');
    const headers = { 'content-type': 'application/x-ndjson', host: 'localhost' };
    const target = '/_mock/accounts/100002/data';
    const imported = await mock.app.request(target, { method: 'POST', headers, body });
    expect([imported.status, await imported.text()]).toEqual([200, expect.any(String)]);
    const { body: fork } = await control('POST', '/accounts/100001/fork', { to: '100003' });
    expect(fork).toBeDefined();
    for (const code of ['100002', '100003']) {
      const stored: any[] = mock.account(code).data('salesDocuments').list();
      expect(stored.at(-1)?.drawnComponents).toBeUndefined();
      const { call } = await loggedIn(mock, code);
      const { records } = await call('getProductStock', {
        warehouseID: 1,
        productIDs: `${bundle - 2},${bundle - 1}`,
      });
      expect(records.map(({ amountInStock }: any) => amountInStock)).toEqual([-4, -2]);
    }
  });
});

describe('a reservation', () => {
  const goods = (productID: number) => [{ productID, amount: 3 }];

  it('is made by orders always, by offers and prepayments when they say so, by switch of orders too', async () => {
    const { mock, idOf, product, stockOf } = await seller();
    const reservedBy = async (fields: object) => {
      const productID = await product();
      await idOf(fields as never, goods(productID));
      return (await stockOf(productID)).reserved;
    };
    expect(await reservedBy({ type: 'ORDER' })).toBe(3);
    expect(await reservedBy({ type: 'RESERVATION' })).toBe(3);
    for (const type of ['OFFER', 'PREPAYMENT']) {
      expect(await reservedBy({ type })).toBe(0);
      expect(await reservedBy({ type, reserveGoods: 1 })).toBe(3);
    }
    for (const type of ['INVOICE', 'INVWAYBILL']) expect(await reservedBy({ type, reserveGoods: 1 })).toBe(0);
    expect(await reservedBy({ type: 'ORDER', confirmInvoice: 0 })).toBe(0);
    mock.account('100001').setConfig({ set: { orderReserves: 'flag' } });
    expect(await reservedBy({ type: 'ORDER' })).toBe(0);
    expect(await reservedBy({ type: 'ORDER', reserveGoods: 1 })).toBe(3);
  });

  it('is subtracted from what is free, and changes with the order', async () => {
    const { call, idOf, save, product, stockUp, remove } = await seller();
    const productID = await product();
    await stockUp(productID, 10);
    const stock = async () => {
      const { records } = await call('getProducts', { productID, getStockInfo: 1 });
      const { totalInStock, reserved, free } = records[0].warehouses[1];
      return [totalInStock, reserved, free].map(Number);
    };
    const id = await idOf({ type: 'ORDER' }, goods(productID));
    expect(await stock()).toEqual([10, 3, 7]);
    await save({ id }, [{ productID, amount: 8 }]);
    expect(await stock()).toEqual([10, 8, 2]);
    await save({ id, confirmInvoice: 0 });
    expect(await stock()).toEqual([10, 0, 10]);
    await save({ id });
    expect(await stock()).toEqual([10, 8, 2]);
    await save({ id, invoiceState: 'CANCELLED' });
    expect(await stock()).toEqual([10, 0, 10]);
    await remove(id);
    expect(await stock()).toEqual([10, 0, 10]);
  });

  it('ends after its last day, by the clock of the account and of its time zone', async () => {
    const { mock, account, idOf, product } = await seller();
    account.data('confParameters').update(1, { timezone: 'America/New_York' });
    const productID = await product();
    const reserved = async () => {
      // Sessions do not last so long.
      const { call } = await loggedIn(mock);
      const { records } = await call('getReservedStock', { warehouseID: 1, productIDs: productID });
      return records?.[0]?.amountReserved ?? 0;
    };
    const now = new Date(start * 1000);
    await idOf({ type: 'ORDER', reserveGoodsUntilDate: dayAfter(0) }, goods(productID));
    await idOf({ type: 'ORDER' }, [{ productID, amount: 1 }]);
    await idOf({ type: 'ORDER', reserveGoodsUntilDate: dayAfter(-2) }, [{ productID, amount: 50 }]);
    expect(await reserved()).toBe(4);
    // Midnight in New York, which is on summer time, comes at four o'clock UTC.
    const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 4) / 1000;
    mock.clock.advance(midnight - start - 1);
    expect(await reserved()).toBe(4);
    mock.clock.advance(1);
    expect(await reserved()).toBe(1);
  });
});

describe('positive_stock_required', () => {
  it('refuses a sale of more than there is, and nothing else', async () => {
    const { call, idOf, save, product, stockUp, refusal, stockOf } = await seller();
    const productID = await product();
    await stockUp(productID, 5);
    await call('saveConfParameter', { parameterName: 'positive_stock_required', parameterValue: 1 });
    const rows = { productID1: productID, amount1: 3, productID2: productID, amount2: 3 };
    expect(await refusal(rows)).toEqual([1016, 'amount2']);
    expect(await stockOf(productID)).toMatchObject({ inStock: 5 });
    for (const fields of [{ confirmInvoice: 0 }, { type: 'ORDER' }, { doNotCreateInventoryTransaction: 1 }])
      expect(await refusal({ ...rows, ...fields })).toBe(0);
    const draft = await idOf({ confirmInvoice: 0 }, [{ productID, amount: 6 }]);
    expect(await refusal({ id: draft })).toEqual([1016, 'amount1']);
    const id = await idOf({}, [{ productID, amount: 5 }]);
    await save({ id }, [{ productID, amount: 5, price: 1 }]);
    await idOf({ type: 'CREDITINVOICE' }, [{ productID, amount: -1 }]);
    expect(await stockOf(productID)).toMatchObject({ inStock: 1 });
  });

  it('looks at the components of a bundle', async () => {
    const { call, product, stockUp, refusal } = await seller();
    const screw = await product();
    await stockUp(screw, 5);
    const bundle = await product({ type: 'BUNDLE', componentProductID1: screw, componentAmount1: 2 });
    await call('saveConfParameter', { parameterName: 'positive_stock_required', parameterValue: 1 });
    expect(await refusal({ productID1: bundle, amount1: 3 })).toEqual([1016, 'amount1']);
    expect(await refusal({ productID1: bundle, amount1: 2 })).toBe(0);
  });
});
