import { defineTable } from '../../define-table.ts';
import { giftCard } from './gift-card.ts';

/** Gift cards with numbers. */
export const giftCards = defineTable({
  name: 'giftCards',
  key: 'giftCardID',
  record: giftCard,
  references: {
    vatrateID: 'vatRates',
    purchaseWarehouseID: 'warehouses',
    redemptionWarehouseID: 'warehouses',
    purchasePointOfSaleID: 'pointsOfSale',
    redemptionPointOfSaleID: 'pointsOfSale',
    purchaseEmployeeID: 'employees',
    redemptionEmployeeID: 'employees',
  },
  moduleFields: {
    giftCardExtras: [
      'purchaseInvoiceID',
      'purchaseWarehouseID',
      'purchasePointOfSaleID',
      'purchaseEmployeeID',
      'redemptionWarehouseID',
      'redemptionPointOfSaleID',
      'redemptionInvoiceID',
      'redemptionEmployeeID',
    ],
  },
  logged: true,
  timestamps: true,
});
