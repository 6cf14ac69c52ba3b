/** Inputs and fields that only accounts with the module of a provider of card payments have. */
export const integrationFields = [
  'aid',
  'applicationLabel',
  'pinStatement',
  'cryptogramType',
  'cryptogram',
  'expirationDate',
  'entryMethod',
  'transactionType',
  'transactionNumber',
  'transactionId',
  'klarnaPaymentID',
  'certificateBalance',
  'statusCode',
  'statusMessage',
] as const;
