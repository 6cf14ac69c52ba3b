import { grossPrice } from '@erply-kit/schemas';

import type { Behaviour } from '../../account/account.ts';

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** A service is stored at its net price. */
export const services: Behaviour = {
  derivedFields: ['priceWithVat'],
  derive(joined, row) {
    joined.priceWithVat = grossPrice(numberOf(row.price), numberOf(joined.vatrate));
  },
};
