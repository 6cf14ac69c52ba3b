import { defineCall } from '../../define-call.ts';
import { productFileType } from './product-file-type.ts';
import { productFileTypes } from './product-file-types.ts';

/** Types that files of products can have: all of them in one answer. */
export const getProductFileTypes = defineCall({
  name: 'getProductFileTypes',
  docs: 'https://learn-api.erply.com/requests/getproductfiletypes',
  effect: 'read',
  table: productFileTypes,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: productFileType },
  errors: [],
  loggable: [],
  evidence: 'Documentation of 2019; the type of lastModified is inferred.',
});
