import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { listedProductFile } from './listed-product-file.ts';
import { productFiles } from './product-files.ts';

/** Files of all products, or of one: manuals, data sheets and the like. */
export const getProductFiles = defineCall({
  name: 'getProductFiles',
  docs: 'https://learn-api.erply.com/requests/getproductfiles',
  effect: 'read',
  table: productFiles,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this file. */
    productFileID: integer.optional(),
    /** Only files of this product. */
    productID: integer.optional(),
    /** Only files added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  result: { list: listedProductFile },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['productFileID', 'productID', 'changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a typed SDK, but for lastModified, which is inferred.',
});
