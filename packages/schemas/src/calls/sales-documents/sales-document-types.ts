/** What a sales document can be. The services of Greek accounts stand at the end. */
export const salesDocumentTypes = [
  'INVWAYBILL',
  'CASHINVOICE',
  'WAYBILL',
  'INVOICE',
  'EXPORTINVOICE',
  'CREDITINVOICE',
  'PREPAYMENT',
  'OFFER',
  'ORDER',
  'RESERVATION',
  'SERVICE_INVOICE',
  'SERVICE_CASH_INVOICE',
  'SERVICE_INVOICE_WAYBILL',
] as const;

/** How far a sales document is. */
export const invoiceStates = [
  'PENDING',
  'READY',
  'MAILED',
  'PRINTED',
  'SHIPPED',
  'FULFILLED',
  'CANCELLED',
] as const;

/** Where the customer is, as far as taxes are concerned. */
export const euInvoiceTypes = ['DOMESTIC', 'EU', 'OUTSIDE_EU'] as const;
