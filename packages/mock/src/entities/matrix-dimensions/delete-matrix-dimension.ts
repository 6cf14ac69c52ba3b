import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { genericDelete } from '../../generic/delete.ts';
import type { Handler } from '../../generic/handler.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { refuse } from '../../wire/refusal.ts';

interface Described {
  readonly dimensionID?: number;
}

/** Some variation has a value of the dimension. */
async function hasVariations(account: Account, dimensionID: number): Promise<boolean> {
  let isFound = false;
  const products = account.table('products');
  await readInSlices(account, products.ids(), (id) => {
    if (isFound) return;
    // What most products do not have is looked at first: it takes no row to be built.
    if (!products.value('parentProductID', id)) return;
    const described = (products.value('variationDescription', id) ?? []) as readonly Described[];
    isFound = described.some((part) => part.dimensionID === dimensionID);
  });
  return isFound;
}

/** Deletes a dimension, unless a matrix product or a variation has it (1022). */
export const deleteMatrixDimension: Handler<typeof calls.deleteMatrixDimension> = async (context, input) => {
  if (await hasVariations(context.account, input.dimensionID)) refuse(1022);
  return genericDelete(context, input);
};
