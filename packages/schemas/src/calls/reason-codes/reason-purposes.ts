/** What a reason is a reason for. PURCHASE and TRANSFER are younger than the others. */
export const reasonPurposes = [
  'WRITEOFF',
  'RETURN',
  'DISCOUNT',
  'REGISTRATION',
  'EOD_VARIANCE',
  'TAX_EXEMPTION',
  'CASH_IN',
  'CASH_OUT',
  'PROMOTION',
  'PURCHASE',
  'TRANSFER',
] as const;
