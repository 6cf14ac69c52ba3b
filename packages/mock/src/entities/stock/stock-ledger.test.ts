import { describe, expect, it } from 'vitest';

import type { BaseStock } from '@erply-kit/fixtures';

import { StockLedger } from './stock-ledger.ts';
import { dayOfDate, type StockChange, type StockPosting } from './stock-movement.ts';

const registeredAt = 1_735_689_600;

/** Ten of product 1 in warehouse 1, at 2 each, two of them reserved; nothing else. */
const base: BaseStock = {
  registeredAt,
  amountInStock: (productID, warehouseID) => (productID === 1 && warehouseID === 1 ? 10 : 0),
  amountReserved: (productID, warehouseID) => (productID === 1 && warehouseID === 1 ? 2 : 0),
  openingCost: () => 2,
  reorderPoint: () => 0,
  restockLevel: () => 0,
};

const ledgerOf = (shared?: StockLedger) =>
  new StockLedger({ base, products: 2, warehouses: 2, ...(shared === undefined ? {} : { shared }) });

const posting = (
  id: number,
  change: Partial<StockChange>,
  when: { readonly day?: string; readonly now?: number } = {},
): StockPosting => ({
  source: { table: 'documents', id },
  changes: [{ productID: 1, warehouseID: 1, amount: 1, kind: 'other', ...change }],
  day: dayOfDate(when.day ?? '2026-01-01'),
  now: when.now ?? registeredAt + id,
});

describe('the ledger of stock', () => {
  it('goes on from any number of movements', () => {
    const ledger = ledgerOf();
    const moved = 200_000;
    for (let id = 1; id <= moved; id += 1)
      ledger.move({ productID: 2, warehouseID: 1, amount: 1, timestamp: registeredAt });
    const copy = ledgerOf();
    copy.load(ledger.save());
    expect([copy.movements.length, copy.amountInStock(2, 1)]).toEqual([moved, moved]);
  });

  it('knows purchases and sales: first and last days, newest price, price apart from cost', () => {
    const ledger = ledgerOf();
    ledger.post(posting(1, { kind: 'purchase', amount: 5, price: 3, cost: 4 }, { day: '2026-02-01' }));
    ledger.post(posting(2, { kind: 'purchase', amount: 5, price: 5, cost: 6 }, { day: '2026-01-10' }));
    ledger.post(posting(3, { kind: 'sale', amount: -12 }, { day: '2026-03-01' }));
    const stock = ledger.warehouseStock(1, 1);
    expect(stock).toMatchObject({
      firstPurchase: dayOfDate('2026-01-10'),
      lastPurchase: dayOfDate('2026-02-01'),
      lastSale: dayOfDate('2026-03-01'),
    });
    expect(stock.batches).toEqual([
      { amount: 3, price: 5, cost: 6 },
      { amount: 5, price: 3, cost: 4 },
    ]);
    expect(ledger.newestPurchasePrice(1)).toBe(3);
    expect(ledger.costsOf({ table: 'documents', id: 3 }).get(0)).toBeCloseTo((20 + 12) / 12, 6);
  });

  it('takes back what a document moved when it changes or goes', () => {
    const ledger = ledgerOf();
    ledger.post(posting(1, { amount: 5 }));
    ledger.post(posting(1, { amount: 3 }, { now: registeredAt + 50 }));
    expect([ledger.amountInStock(1, 1), ledger.changedAt(1, 1)]).toEqual([13, registeredAt + 50]);
    ledger.post({ ...posting(1, {}, { now: registeredAt + 60 }), changes: [] });
    expect([ledger.amountInStock(1, 1), ledger.changedAt(1, 1)]).toEqual([10, registeredAt + 60]);
    expect(ledger.hasMoved(1)).toBe(false);
  });

  it('says that nothing moved where only a price changed', () => {
    const ledger = ledgerOf();
    const bought = { kind: 'registration', amount: 5 } as const;
    ledger.post(posting(1, { ...bought, price: 1 }));
    ledger.post(posting(1, { ...bought, price: 9 }, { now: registeredAt + 50 }));
    expect([ledger.changedAt(1, 1), ledger.newestRegistrationCost(1)]).toEqual([registeredAt + 1, 9]);
  });

  it('keeps the position of a document among those of its day when its price changes', () => {
    const ledger = ledgerOf();
    const registered = { productID: 2, kind: 'registration', amount: 5 } as const;
    ledger.post(posting(1, { ...registered, price: 1 }));
    ledger.post(posting(2, { ...registered, price: 2 }));
    ledger.post(posting(3, { productID: 2, amount: -5 }));
    ledger.post(posting(1, { ...registered, price: 9 }));
    expect(ledger.warehouseStock(2, 1).batches).toEqual([{ amount: 5, price: 2, cost: 2 }]);
    expect(ledger.costsOf({ table: 'documents', id: 3 }).get(0)).toBe(9);
  });

  it('reserves by document, and knows when that changed', () => {
    const ledger = ledgerOf();
    const source = { table: 'salesDocuments', id: 1 };
    ledger.reserve({
      source,
      reservations: [{ productID: 1, warehouseID: 1, amount: 3 }],
      now: registeredAt + 5,
    });
    expect([ledger.amountReserved(1, 1), ledger.reservationChangedAt(1, 1)]).toEqual([5, registeredAt + 5]);
    ledger.reserve({ source, reservations: [], now: registeredAt + 9 });
    expect([ledger.amountReserved(1, 1), ledger.reservationChangedAt(1, 1)]).toEqual([2, registeredAt + 9]);
    expect(ledger.amountInStock(1, 1)).toBe(10);
  });

  it('goes on from a shared ledger, and leaves it and its other forks as they are', () => {
    const shared = ledgerOf();
    shared.post(posting(1, { amount: -4 }));
    shared.post(posting(2, { productID: 2, amount: 7 }));
    const ledger = ledgerOf(shared);
    const other = ledgerOf(shared);
    ledger.post(posting(3, { amount: 1 }, { now: registeredAt + 50 }));
    ledger.post({ ...posting(2, {}, { now: registeredAt + 60 }), changes: [] });
    expect([ledger.amountInStock(1, 1), ledger.amountInStock(2, 1)]).toEqual([7, 0]);
    expect([ledger.changedAt(1, 1), ledger.changedAt(2, 1)]).toEqual([registeredAt + 50, registeredAt + 60]);
    expect([ledger.hasMoved(1), ledger.hasMoved(2)]).toEqual([true, false]);
    expect(ledger.movedProducts()).toEqual([1, 2]);
    for (const unchanged of [shared, other]) {
      expect([unchanged.amountInStock(1, 1), unchanged.amountInStock(2, 1)]).toEqual([6, 7]);
      expect([unchanged.changedAt(1, 1), unchanged.hasMoved(2)]).toEqual([registeredAt + 1, true]);
    }
  });

  it('settles what is owed before it makes a batch', () => {
    const ledger = ledgerOf();
    ledger.post(posting(1, { amount: -15 }));
    ledger.post(posting(2, { kind: 'registration', amount: 8, price: 7 }));
    expect(ledger.warehouseStock(1, 1)).toMatchObject({
      amount: 3,
      batches: [{ amount: 3, price: 7, cost: 7 }],
    });
  });
});
