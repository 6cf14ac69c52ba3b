import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { productGroups } from './product-groups.ts';

/**
 * Makes a product group, or edits the one of `productGroupID`. Products show the new name at once.
 * @deprecated Erply recommends instead: PIM API POST /v1/product/group.
 */
export const saveProductGroup = defineCall({
  name: 'saveProductGroup',
  docs: 'https://learn-api.erply.com/requests/saveproductgroup',
  effect: 'write',
  table: productGroups,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The group to edit; a new one is made when left out. */
    productGroupID: integer.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
    /** The group that it is below; 0 for the top. */
    parentGroupID: integer.optional(),
    /** 1 to show it in the web shop, as a new group is. */
    showInWebshop: flag.optional(),
    /** 1 to keep promotions off the products of it and of the groups below; price lists still count. */
    nonDiscountable: flag.optional(),
    ...attributeInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: { one: savedRecord('productGroupID') },
  example: { name: 'Tables' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['productGroupID', 'parentGroupID', 'showInWebshop', 'nonDiscountable'],
  deprecated: 'PIM API POST /v1/product/group',
  evidence: 'Documented, the answer from a typed SDK.',
});
