import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { tableChanges } from './table-changes.ts';

/**
 * Whether anything was added, edited or deleted, table by table: cheaper than asking each. Knows nothing of brands,
 * units, priority groups and stock. One of the inputs has to be there (inferred).
 */
export const getChangedDataSince = defineCall({
  name: 'getChangedDataSince',
  docs: 'https://learn-api.erply.com/requests/getchangeddatasince',
  effect: 'read',
  session: 'required',
  input: () => ({
    /** Asks about all tables, by the server's clock. */
    changedSince: unixSeconds.optional(),
    /** Asks about customers. */
    customersChangedSince: unixSeconds.optional(),
    /** Asks about employees. */
    employeesChangedSince: unixSeconds.optional(),
    /** Asks about suppliers. */
    suppliersChangedSince: unixSeconds.optional(),
    /** Asks about addresses. */
    addressesChangedSince: unixSeconds.optional(),
    /** Asks about currencies. */
    currenciesChangedSince: unixSeconds.optional(),
    /** Asks about customer groups. */
    customerGroupsChangedSince: unixSeconds.optional(),
    /** Asks about e-mail accounts. */
    emailAccountsChangedSince: unixSeconds.optional(),
    /** Asks about gift cards. */
    giftCardsChangedSince: unixSeconds.optional(),
    /** Asks about registers. */
    pointsOfSaleChangedSince: unixSeconds.optional(),
    /** Asks about price lists. */
    priceListsChangedSince: unixSeconds.optional(),
    /** Asks about product groups. */
    productGroupsChangedSince: unixSeconds.optional(),
    /** Asks about product categories. */
    productCategoriesChangedSince: unixSeconds.optional(),
    /** Asks about products. */
    productsChangedSince: unixSeconds.optional(),
    /** Asks about services. */
    servicesChangedSince: unixSeconds.optional(),
    /** Asks about supplier groups. */
    supplierGroupsChangedSince: unixSeconds.optional(),
    /** Asks about users. */
    usersChangedSince: unixSeconds.optional(),
    /** Asks about calendar events. */
    eventsChangedSince: unixSeconds.optional(),
    /** Asks about purchase documents. */
    purchaseDocumentsChangedSince: unixSeconds.optional(),
    /** Asks about sales documents. */
    salesDocumentsChangedSince: unixSeconds.optional(),
    /** Asks about campaigns; their records in the answer are inferred. */
    campaignsChangedSince: unixSeconds.optional(),
    /** Asks about coupons; their records in the answer are inferred. */
    couponsChangedSince: unixSeconds.optional(),
    /** Asks about locations. */
    warehousesChangedSince: unixSeconds.optional(),
    /** Asks about tax rates. */
    vatRatesChangedSince: unixSeconds.optional(),
    /** Asks about inventory registrations. */
    inventoryRegistrationsChangedSince: unixSeconds.optional(),
    /** Asks about inventory transfers. */
    inventoryTransfersChangedSince: unixSeconds.optional(),
    /** Asks about inventory write-offs. */
    inventoryWriteOffsChangedSince: unixSeconds.optional(),
    /** Asks about payments. */
    paymentsChangedSince: unixSeconds.optional(),
  }),
  result: { list: tableChanges },
  example: { productsChangedSince: 1_767_225_600, suppliersChangedSince: 1_767_225_600 },
  errors: [1014],
  loggable: [
    'changedSince',
    'customersChangedSince',
    'employeesChangedSince',
    'suppliersChangedSince',
    'addressesChangedSince',
    'currenciesChangedSince',
    'customerGroupsChangedSince',
    'emailAccountsChangedSince',
    'giftCardsChangedSince',
    'pointsOfSaleChangedSince',
    'priceListsChangedSince',
    'productGroupsChangedSince',
    'productCategoriesChangedSince',
    'productsChangedSince',
    'servicesChangedSince',
    'supplierGroupsChangedSince',
    'usersChangedSince',
    'eventsChangedSince',
    'purchaseDocumentsChangedSince',
    'salesDocumentsChangedSince',
    'campaignsChangedSince',
    'couponsChangedSince',
    'warehousesChangedSince',
    'vatRatesChangedSince',
    'inventoryRegistrationsChangedSince',
    'inventoryTransfersChangedSince',
    'inventoryWriteOffsChangedSince',
    'paymentsChangedSince',
  ],
  evidence: 'Documented; that unchanged tables are listed with 0 is inferred.',
});
