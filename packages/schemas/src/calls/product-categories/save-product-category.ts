import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { productCategories } from './product-categories.ts';

/**
 * Makes a product category, or edits the one of `productCategoryID`. Products show the new name at once.
 * @deprecated Erply recommends instead: PIM API.
 */
export const saveProductCategory = defineCall({
  name: 'saveProductCategory',
  docs: 'https://learn-api.erply.com/requests/saveproductcategory',
  effect: 'write',
  table: productCategories,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The category to edit; a new one is made when left out. */
    productCategoryID: integer.optional(),
    /** What people read, in the account's language; the record calls it `productCategoryName`. A new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
    /** The category that it is below; 0 for the top. */
    parentCategoryID: integer.optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: { one: savedRecord('productCategoryID') },
  example: { name: 'Furniture' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['productCategoryID', 'parentCategoryID'],
  deprecated: 'PIM API',
  evidence: 'Documented, the answer from a typed SDK; attributes are inferred.',
});
