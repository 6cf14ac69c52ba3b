import { expect, it } from 'vitest';

import { createShop, type Shop } from '@erply-kit/fixtures';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

type Rows = readonly { readonly productID: number; readonly amount: number }[];
interface Moving {
  readonly type?: string;
  readonly confirmed?: number;
  readonly warehouseID?: number;
  readonly warehouseFromID?: number;
  readonly warehouseToID?: number;
  readonly invoiceState?: string;
  readonly rows?: Rows;
}

const selling = ['CASHINVOICE', 'INVWAYBILL', 'WAYBILL', 'CREDITINVOICE'];
const buying = ['PRCINVOICE', 'PRCRETURN'];

/** Stock and reservations by product and location, by looking at all documents of the shop one after another. */
function naive(shop: Shop): { stock: Map<string, number>; reserved: Map<string, number> } {
  const [stock, reserved] = [new Map<string, number>(), new Map<string, number>()];
  const add = (sums: Map<string, number>, key: string, amount: number) =>
    sums.set(key, Math.round(((sums.get(key) ?? 0) + amount) * 1e6) / 1e6);
  const move = (rows: Rows, warehouseID: unknown, sign: number) => {
    for (const { productID, amount } of rows) add(stock, `${productID}/${warehouseID}`, sign * amount);
  };
  const each = (name: keyof Shop, visit: (document: Required<Moving>) => void) => {
    const table = shop[name] as unknown as { readonly size: number; row(id: number): Required<Moving> };
    for (let id = 1; id <= table.size; id += 1) {
      const document = table.row(id);
      if (document.confirmed === 1) visit(document);
    }
  };
  for (let productID = 1; productID <= shop.products.size; productID += 1)
    for (let warehouseID = 1; warehouseID <= shop.warehouses.size; warehouseID += 1) {
      add(stock, `${productID}/${warehouseID}`, shop.stock.amountInStock(productID, warehouseID));
      add(reserved, `${productID}/${warehouseID}`, shop.stock.amountReserved(productID, warehouseID));
    }
  each('inventoryRegistrations', ({ rows, warehouseID }) => move(rows, warehouseID, 1));
  each('inventoryWriteOffs', ({ rows, warehouseID }) => move(rows, warehouseID, -1));
  each('inventoryTransfers', ({ type, rows, warehouseFromID, warehouseToID }) => {
    if (type === 'TRANSFER_ORDER') return;
    move(rows, warehouseFromID, -1);
    move(rows, warehouseToID, 1);
  });
  each('purchaseDocuments', ({ type, rows, warehouseID }) => {
    if (buying.includes(type)) move(rows, warehouseID, 1);
  });
  each('salesDocuments', ({ type, rows, warehouseID, invoiceState }) => {
    if (selling.includes(type)) move(rows, warehouseID, -1);
    if (type !== 'ORDER' || invoiceState !== 'READY') return;
    for (const { productID, amount } of rows) add(reserved, `${productID}/${warehouseID}`, amount);
  });
  return { stock, reserved };
}

const withoutZeros = (sums: ReadonlyMap<string, number>) =>
  [...sums].filter(([, amount]) => amount !== 0).sort(([left], [right]) => (left < right ? -1 : 1));

it.each([
  {},
  { seed: 2, products: 90, warehouses: 2, documents: 300 },
  { seed: 3, products: 2, warehouses: 1, customers: 0, documents: 150 },
])('stock and reservations are those that the documents of the shop add up to: %o', async (options) => {
  const shop = createShop(options);
  const { call } = await loggedIn(frozenMock(options));
  const [stock, reserved] = [new Map<string, number>(), new Map<string, number>()];
  for (let warehouseID = 1; warehouseID <= shop.warehouses.size; warehouseID += 1) {
    for (const { productID, amountInStock } of (await call('getProductStock', { warehouseID })).records)
      stock.set(`${productID}/${warehouseID}`, Number(amountInStock));
    for (const { productID, amountReserved } of (await call('getReservedStock', { warehouseID })).records)
      reserved.set(`${productID}/${warehouseID}`, Number(amountReserved));
  }
  const expected = naive(shop);

  expect(withoutZeros(stock)).toEqual(withoutZeros(expected.stock));
  expect(withoutZeros(reserved)).toEqual(withoutZeros(expected.reserved));
  for (const [where, amount] of withoutZeros(expected.reserved))
    expect(amount, where).toBeLessThanOrEqual(Math.max(0, expected.stock.get(where) ?? 0));
});
