import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { products } from './products.ts';

/**
 * Deletes a product that was never sold, bought or moved. Any other is refused with 1063: archive it, by saveProduct
 * with status ARCHIVED.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProduct = defineCall({
  name: 'deleteProduct',
  docs: 'https://learn-api.erply.com/requests/deleteproduct',
  effect: 'delete',
  table: products,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The product to delete. */
    productID: integer,
  }),
  result: { none: true },
  example: { productID: 601 },
  errors: [1010, 1011, 1063],
  loggable: ['productID'],
  evidence: 'Documented; no captured answer.',
});
