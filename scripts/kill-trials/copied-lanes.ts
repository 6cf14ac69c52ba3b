/** What the importer copies unless other lanes are named, in the order in which it does. */
export const shopLanes = [
  ...[
    'warehouses',
    'productGroups',
    'productCategories',
    'priorityGroups',
    'brands',
    'productUnits',
    'vatRates',
  ],
  ...[
    'products',
    'stock',
    'priceLists',
    'priceListProducts',
    'productPictures',
    'productFiles',
    'productPackages',
  ],
] as const;

/** Without it, answers hold fewer fields, and others. */
const detail = { responseMode: 'detail', mode: 'ALL' } as const;

/** Of people and documents: the call that reads each, its table in the copy, and the field of its ID. */
export const askedLanes = [
  { lane: 'customers', call: 'getCustomers', table: 'customers', id: 'customerID', input: detail },
  { lane: 'suppliers', call: 'getSuppliers', table: 'suppliers', id: 'supplierID', input: detail },
  { lane: 'addresses', call: 'getAddresses', table: 'addresses', id: 'addressID', input: {} },
  { lane: 'salesDocuments', call: 'getSalesDocuments', table: 'sales_documents', id: 'id', input: {} },
  { lane: 'payments', call: 'getPayments', table: 'payments', id: 'paymentID', input: {} },
  {
    lane: 'purchaseDocuments',
    call: 'getPurchaseDocuments',
    table: 'purchase_documents',
    id: 'id',
    input: {},
  },
] as const;
