import { meanCost, onHand } from './naive-ledger.ts';
import { warehouses } from './naive-shop.ts';
import type { NaiveView, Reading } from './naive-view.ts';

const millionths = (value: unknown) => Math.round(Number(value) * 1e6);

const sumOver = (amountAt: (warehouseID: number) => number) =>
  warehouses.reduce((sum, warehouseID) => sum + amountAt(warehouseID), 0);

/** Amounts by product as `ID amount`, without those of nothing. */
const listed = (ids: readonly number[], amountOf: (id: number) => number) =>
  ids.map((id) => `${id}: ${amountOf(id)}`).filter((text) => !text.endsWith(': 0'));

/** The same of what a call answers, of the shop's own products. */
const listedRecords = (records: readonly any[], ids: readonly number[], field: string) =>
  listed(ids, (id) => Number(records.find(({ productID }) => productID === id)?.[field] ?? 0));

function stockOfWarehouse({ shop, ledger, reserved }: NaiveView, warehouseID: number): Reading {
  const dates = { getLastSoldDate: 1, getFirstPurchaseDate: 1, getLastPurchaseDate: 1 };
  const expected = shop.stocked.flatMap((productID) => {
    const place = ledger.places.get(`${productID}/${warehouseID}`);
    if (place === undefined || onHand(place) === 0) return [];
    const cost = meanCost(place.pieces);
    const { lastSold, firstPurchase, lastPurchase } = place;
    const amountReserved = reserved.get(`${productID}/${warehouseID}`) ?? 0;
    return [
      { productID, amount: onHand(place), amountReserved, cost, lastSold, firstPurchase, lastPurchase },
    ];
  });
  return {
    request: 'getProductStock',
    fields: {
      ...{ warehouseID, productIDs: shop.products.join() },
      ...{ getAveragePrices: 1, getAmountReserved: 1, ...dates },
    },
    said: (records) =>
      records.map((record) => {
        const { productID, firstPurchaseDate, lastPurchaseDate, lastSoldDate } = record;
        return {
          ...{
            productID,
            amount: Number(record.amountInStock),
            amountReserved: Number(record.amountReserved),
          },
          ...{ cost: millionths(record.averageCost), lastSold: lastSoldDate },
          ...{ firstPurchase: firstPurchaseDate, lastPurchase: lastPurchaseDate },
        };
      }),
    expected,
  };
}

function cards({ shop, ledger, reserved, pending }: NaiveView): Reading {
  const at = (productID: number, warehouseID: number) => {
    const key = `${productID}/${warehouseID}`;
    const total = onHand(ledger.places.get(key));
    const held = reserved.get(key) ?? 0;
    return { total, reserved: held, free: total - held, orderPending: pending.get(key) ?? 0 };
  };
  const ids = shop.stocked;
  const pieces = (productID: number) =>
    warehouses.flatMap((warehouseID) => ledger.places.get(`${productID}/${warehouseID}`)?.pieces ?? []);
  return {
    request: 'getProducts',
    fields: {
      ...{ productIDs: ids.join(), getStockInfo: 1, getFIFOCost: 1 },
      ...{ orderBy: 'productID', orderByDir: 'asc' },
    },
    said: (records) =>
      records.map(({ productID, FIFOCost, lastModified, warehouses: places }) => ({
        ...{ productID, lastModified, cost: millionths(FIFOCost) },
        places: warehouses.map((id) => {
          const { totalInStock, reserved, free, orderPending } = places[id];
          return { total: totalInStock, reserved, free, orderPending };
        }),
      })),
    expected: ids.map((productID) => ({
      // No document touches a card (calls.md 2.2).
      ...{ productID, lastModified: 0, cost: meanCost(pieces(productID)) },
      places: warehouses.map((id) => at(productID, id)),
    })),
  };
}

function reservedOfWarehouse({ shop, reserved }: NaiveView, warehouseID: number): Reading {
  return {
    request: 'getReservedStock',
    fields: { warehouseID, productIDs: shop.products.join() },
    said: (records) => listedRecords(records, shop.products, 'amountReserved'),
    expected: listed(shop.products, (id) => reserved.get(`${id}/${warehouseID}`) ?? 0),
  };
}

function totalStock({ shop, ledger, reserved }: NaiveView): Reading {
  return {
    request: 'syncTotalProductStock',
    fields: { getAmountReserved: 1 },
    said: (records) => [
      listedRecords(records, shop.products, 'amountInStock'),
      listedRecords(records, shop.products, 'amountReserved'),
    ],
    expected: [
      listed(shop.products, (id) => sumOver((place) => onHand(ledger.places.get(`${id}/${place}`)))),
      listed(shop.products, (id) => sumOver((place) => reserved.get(`${id}/${place}`) ?? 0)),
    ],
  };
}

function onOrder({ shop, pending }: NaiveView, warehouseID?: number): Reading {
  const amountOf = (id: number) =>
    warehouseID === undefined
      ? sumOver((place) => pending.get(`${id}/${place}`) ?? 0)
      : (pending.get(`${id}/${warehouseID}`) ?? 0);
  return {
    request: 'getAmountsOnOrder',
    fields: { getOnlyConfirmedPurchaseOrders: 1, ...(warehouseID === undefined ? {} : { warehouseID }) },
    said: (records) => listedRecords(records, shop.products, 'amount'),
    expected: listed(shop.products, amountOf),
  };
}

/** What it would cost to sell this many: the oldest pieces, and what came last where there are not enough. */
function costOfSome({ shop, ledger }: NaiveView, warehouseID: number): Reading {
  const amount = 7;
  const fields: Record<string, number> = { warehouseID };
  for (const [index, productID] of shop.stocked.entries())
    Object.assign(fields, { [`productID${index + 1}`]: productID, [`amount${index + 1}`]: amount });
  return {
    request: 'getProductCostForSpecificAmount',
    fields,
    said: (records) =>
      records.map(({ productID, cost, amountActuallyInStock, costIsPreliminary }) => {
        const inStock = Number(amountActuallyInStock);
        return {
          productID,
          cost: costIsPreliminary === 1 ? 'open' : millionths(cost),
          inStock,
          costIsPreliminary,
        };
      }),
    expected: shop.stocked.map((productID) => {
      const place = ledger.places.get(`${productID}/${warehouseID}`);
      const inStock = onHand(place);
      const cost = inStock < amount ? 'open' : meanCost((place?.pieces ?? []).slice(0, amount));
      return { productID, cost, inStock, costIsPreliminary: inStock < amount ? 1 : 0 };
    }),
  };
}

/** Every call about stock. */
export function stockReadings(view: NaiveView): Reading[] {
  return [
    ...warehouses.flatMap((warehouseID) => [
      stockOfWarehouse(view, warehouseID),
      reservedOfWarehouse(view, warehouseID),
      onOrder(view, warehouseID),
      costOfSome(view, warehouseID),
    ]),
    cards(view),
    totalStock(view),
    onOrder(view),
  ];
}
