import type { Shop } from '@erply-kit/fixtures';

import { shopHistory, shopReservations } from './stock-documents.ts';
import { StockLedger } from './stock-ledger.ts';

const ledgers = new WeakMap<Shop, StockLedger>();

/**
 * The stock that every account of a shop starts from, its own documents posted: made when stock is first asked for, so
 * that a server that is never asked for it starts sooner.
 */
export function openingLedger(shop: Shop): StockLedger {
  let ledger = ledgers.get(shop);
  if (ledger === undefined) {
    const { stock, products, warehouses } = shop;
    ledger = new StockLedger({ base: stock, products: products.size, warehouses: warehouses.size });
    for (const posting of shopHistory(shop)) ledger.post(posting);
    for (const reservation of shopReservations(shop)) ledger.reserve(reservation);
    ledgers.set(shop, ledger);
  }
  return ledger;
}
