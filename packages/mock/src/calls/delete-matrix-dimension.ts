import type { calls } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { refuse } from '../wire/refusal.ts';
import { genericDelete } from './generic-delete.ts';
import type { Handler } from './handler.ts';

/** Some variation has a value of the dimension. */
function hasVariations(account: Account, dimensionID: number): boolean {
  const table = account.table('products');
  for (const id of table.ids()) {
    const described = (table.get(id)?.variationDescription ?? []) as readonly { dimensionID?: number }[];
    if (described.some((part) => part.dimensionID === dimensionID)) return true;
  }
  return false;
}

/** Deletes a dimension, unless a matrix product or a variation has it (1022). */
export const deleteMatrixDimension: Handler<typeof calls.deleteMatrixDimension> = (context, input) => {
  if (hasVariations(context.account, input.dimensionID)) refuse(1022);
  return genericDelete(context, input);
};
