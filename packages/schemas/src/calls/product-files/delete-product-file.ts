import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { productFiles } from './product-files.ts';

/**
 * Deletes one file, or all files of a product; one of the two has to be sent (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductFile = defineCall({
  name: 'deleteProductFile',
  docs: 'https://learn-api.erply.com/requests/deleteproductfile',
  effect: 'delete',
  table: productFiles,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The file. */
    productFileID: integer.optional(),
    /** The product whose files all go. */
    productID: integer.optional(),
  }),
  result: { none: true },
  example: { productFileID: 1 },
  errors: [1010, 1011, 1063],
  loggable: ['productFileID', 'productID'],
  evidence: 'Documentation of 2019; no captured answer.',
});
