import type { Row } from '../../store/row.ts';

const parts = ['street', 'address2', 'city', 'state', 'postalCode', 'country'] as const;

/** The whole address in one line. */
export const addressLine = (address: Row): string =>
  parts
    .map((part) => address[part])
    .filter(Boolean)
    .join(', ');
