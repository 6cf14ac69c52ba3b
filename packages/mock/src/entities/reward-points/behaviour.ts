import type { Behaviour } from '../../account/account.ts';

/** The card number of the customer whose points they are. */
const ofCustomer: Behaviour = {
  derivedFields: ['customerCardNumber'],
  derive(joined, row, lookup) {
    joined.customerCardNumber = lookup('customers').get(Number(row.customerID ?? 0))?.customerCardNumber;
  },
};

export const earnedRewardPointRecords = ofCustomer;
export const usedRewardPointRecords = ofCustomer;
