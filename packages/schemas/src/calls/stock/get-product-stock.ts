import { defineCall, type InputRule } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { productStock } from './product-stock.ts';
import { loggableStockFilters, stockFilterInputs } from './stock-filter-inputs.ts';

const needsWarehouse = (input: string): InputRule => ({ kind: 'needs', input, needs: 'warehouseID' });

/**
 * Stock of one location, or of all together. Not paged: everything comes at once, which a big account may not
 * survive; ask for CSV there. Products with no stock are left out, unless `changedSince` or one of the
 * `…Defined` filters is used.
 */
export const getProductStock = defineCall({
  name: 'getProductStock',
  docs: 'https://learn-api.erply.com/requests/getproductstock',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** The location; the sum of all when left out. To follow that sum, use syncTotalProductStock. */
    warehouseID: integer.optional(),
    ...stockFilterInputs(),
    /** 1 leaves offline locations out of the sum; meant for requests without `warehouseID`. */
    excludeOfflineWarehouses: flag.optional(),
    /** 1 adds `reorderPoint` and `restockLevel`; needs `warehouseID`. */
    getReorderPoints: flag.optional(),
    /** 1 adds `amountReserved`. */
    getAmountReserved: flag.optional(),
    /** 1 adds `suggestedPurchasePrice`; needs `warehouseID`. */
    getSuggestedPurchasePrice: flag.optional(),
    /** 1 adds `averagePurchasePrice` and `averageCost`; needs `warehouseID`. */
    getAveragePrices: flag.optional(),
    /** 1 adds `firstPurchaseDate`. */
    getFirstPurchaseDate: flag.optional(),
    /** 1 adds `lastPurchaseDate`. */
    getLastPurchaseDate: flag.optional(),
    /** 1 adds `lastSoldDate`. */
    getLastSoldDate: flag.optional(),
    /** 1 adds `lastInventoryInTransactionDate`; only newer servers know it. */
    getLastInventoryInTransactionDate: flag.optional(),
    /** 1 adds `lastInventoryOutTransactionDate`; only newer servers know it. */
    getLastInventoryOutTransactionDate: flag.optional(),
    /** 1 for only products with a reorder point, those without stock too; needs `warehouseID`. */
    getProductsWithReorderPointDefined: flag.optional(),
    /** 1 for only products with a restock level, those without stock too; needs `warehouseID`. */
    getProductsWithRestockLevelDefined: flag.optional(),
    /** Stock as it was on that day; not together with `changedSince`. */
    date: isoDate.optional(),
    /** Only products whose stock has moved since, by the server's clock; those without stock too. */
    changedSince: unixSeconds.optional(),
  }),
  rules: [
    { kind: 'notTogether', inputs: ['date', 'changedSince'] },
    needsWarehouse('getReorderPoints'),
    needsWarehouse('getSuggestedPurchasePrice'),
    needsWarehouse('getAveragePrices'),
    needsWarehouse('getProductsWithReorderPointDefined'),
    needsWarehouse('getProductsWithRestockLevelDefined'),
  ],
  result: { list: productStock },
  csv: 'latin1',
  example: { warehouseID: 1 },
  errors: [1010, 1011, 1013, 1016, 1060, 1064],
  loggable: [
    'warehouseID',
    ...loggableStockFilters,
    'excludeOfflineWarehouses',
    'getReorderPoints',
    'getAmountReserved',
    'getSuggestedPurchasePrice',
    'getAveragePrices',
    'getFirstPurchaseDate',
    'getLastPurchaseDate',
    'getLastSoldDate',
    'getLastInventoryInTransactionDate',
    'getLastInventoryOutTransactionDate',
    'getProductsWithReorderPointDefined',
    'getProductsWithRestockLevelDefined',
    'date',
    'changedSince',
  ],
  evidence:
    'Fields documented; wire types from a typed SDK, which takes amounts as numbers or inside quotes.',
});
