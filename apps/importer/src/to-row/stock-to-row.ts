import { requiredDecimal } from './read-field.ts';

/** Amounts as they stand in the table `stock`, behind product and warehouse. */
export const stockToRow = {
  amount_in_stock: requiredDecimal('amountInStock'),
  amount_reserved: requiredDecimal('amountReserved'),
};
