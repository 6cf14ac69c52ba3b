import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { productGroups } from './product-groups.ts';

/**
 * Deletes a product group and nothing else: its products keep the `groupID` of a group that is gone, and the groups
 * below it stay. The operations log has an entry for it.
 * @deprecated Erply recommends instead: PIM API.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductGroup = defineCall({
  name: 'deleteProductGroup',
  docs: 'https://learn-api.erply.com/requests/deleteproductgroup',
  effect: 'delete',
  table: productGroups,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The group to delete. */
    productGroupID: integer,
  }),
  result: { none: true },
  example: { productGroupID: 1 },
  errors: [1010, 1011, 1063],
  loggable: ['productGroupID'],
  deprecated: 'PIM API',
  evidence: 'Documented.',
});
