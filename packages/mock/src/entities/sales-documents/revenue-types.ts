/** Documents that are revenue when they are confirmed; those of a credit invoice are negative. */
export const revenueTypes = [
  'INVWAYBILL',
  'CASHINVOICE',
  'INVOICE',
  'EXPORTINVOICE',
  'CREDITINVOICE',
  'SERVICE_INVOICE',
  'SERVICE_CASH_INVOICE',
  'SERVICE_INVOICE_WAYBILL',
] as const;
