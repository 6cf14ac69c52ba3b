import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { productPictures } from './product-pictures.ts';

/**
 * Deletes one picture, or all pictures of a product; one of the two has to be sent (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductPicture = defineCall({
  name: 'deleteProductPicture',
  docs: 'https://learn-api.erply.com/requests/deleteproductpicture',
  effect: 'delete',
  table: productPictures,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The picture. */
    productPictureID: integer.optional(),
    /** The product whose pictures all go. */
    productID: integer.optional(),
  }),
  result: { none: true },
  example: { productPictureID: 1 },
  errors: [1010, 1011, 1063, 1183],
  loggable: ['productPictureID', 'productID'],
  evidence: 'Documentation of 2019; no captured answer.',
});
