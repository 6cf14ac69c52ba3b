import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { productPicture } from './product-picture.ts';
import { productPictures } from './product-pictures.ts';

/** Pictures of all products, or of one. A deletion shows only in `images` of getProducts. */
export const getProductPictures = defineCall({
  name: 'getProductPictures',
  docs: 'https://learn-api.erply.com/requests/getproductpictures',
  effect: 'read',
  table: productPictures,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this picture. */
    productPictureID: integer.optional(),
    /** Only pictures of this product. */
    productID: integer.optional(),
    /** Only pictures added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  result: { list: productPicture },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['productPictureID', 'productID', 'changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a typed SDK, but for lastModified, which is inferred.',
});
