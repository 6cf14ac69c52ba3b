import { decimal } from './read-field.ts';

/** Amounts as they stand in the table `stock`, behind product and warehouse. */
export const stockToRow = {
  amount_in_stock: decimal('amountInStock'),
  amount_reserved: decimal('amountReserved'),
};
