/** What a purchase document can be. */
export const purchaseDocumentTypes = [
  'PRCORDER',
  'PRCINVOICE',
  'CASHPRCINVOICE',
  'PRCRETURN',
  'PRCWAYBILL',
  'PRCINVOICEONLY',
] as const;

/** How far a purchase document is: the first three are those of orders. */
export const purchaseStatuses = ['PENDING', 'PARTIALLY_RECEIVED', 'RECEIVED', 'READY'] as const;
