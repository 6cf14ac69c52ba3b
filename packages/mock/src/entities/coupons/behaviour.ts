import type { Behaviour } from '../../account/account.ts';

/** The threshold comes under its older, misspelt names too. */
export const coupons: Behaviour = {
  derivedFields: ['treshold', 'tresholdType'],
  derive(joined, row) {
    joined.treshold = Math.trunc(Number(row.threshold ?? 0));
    joined.tresholdType = row.thresholdType;
  },
};
