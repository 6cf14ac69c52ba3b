import { defineRecord } from '../../define-record.ts';
import { saidFlag } from '../../wire/flag.ts';
import { word } from '../../wire/text.ts';

/** What happened to one table. */
export const tableChanges = defineRecord(() => ({
  /** The table. */
  tableName: word([
    'customers',
    'employees',
    'suppliers',
    'addresses',
    'currencies',
    'customerGroups',
    'emailAccounts',
    'giftCards',
    'pointsOfSale',
    'priceLists',
    'productGroups',
    'productCategories',
    'products',
    'services',
    'supplierGroups',
    'users',
    'warehouses',
    'vatRates',
    'events',
    'purchaseDocuments',
    'salesDocuments',
    'inventoryRegistrations',
    'inventoryTransfers',
    'inventoryWriteOffs',
    'payments',
  ]),
  /** 1 when its read call answers something for the same `changedSince`. */
  updated: saidFlag,
  /** 1 when the operations log has deletions from it since then. */
  deleted: saidFlag,
}));
