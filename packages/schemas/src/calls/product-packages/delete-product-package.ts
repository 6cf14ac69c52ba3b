import { defineCall } from '../../define-call.ts';
import { checkedIDList } from '../../wire/lists.ts';
import { deletedAndMissingRecords } from '../deleted-records.ts';
import { productPackages } from './product-packages.ts';

/**
 * Deletes packages, of one product or of several.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProductPackage = defineCall({
  name: 'deleteProductPackage',
  docs: 'https://learn-api.erply.com/requests/deleteproductpackage',
  effect: 'delete',
  table: productPackages,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The packages to delete, about 1000 at most. One that does not exist is reported, and is not an error. */
    packageIDs: checkedIDList,
  }),
  result: { one: deletedAndMissingRecords },
  example: { packageIDs: [1, 999_999] },
  errors: [1010, 1029, 1063],
  loggable: ['packageIDs'],
  evidence: 'Names from older documentation; the answer is inferred from calls alike.',
});
