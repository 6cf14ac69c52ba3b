import type { calls } from '@erply-kit/schemas';

import { keptNames } from '../../account/languages.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { findDimensionValue, valuesOf } from './find-dimension-value.ts';

/** Changes the name or code of a value; 1012 when another one of the dimension has the code. */
export const editItemInMatrixDimension: Handler<typeof calls.editItemInMatrixDimension> = (
  context,
  input,
) => {
  const { account } = context;
  const { itemID, code, ...names } = input;
  const found = findDimensionValue(account, itemID);
  if (found === undefined) return refuse(1011, 'itemID');
  const { dimensionID, dimension, value } = found;
  const values = valuesOf(dimension);
  if (code && values.some((other) => other !== value && other.code === code)) refuse(1012, 'code');
  const edited = {
    ...value,
    ...keptNames(names, account.languages.own, { isNew: false }),
    ...(code === undefined ? {} : { code }),
  };
  const variations = values.map((other) => (other === value ? edited : other));
  account.update('matrixDimensions', { id: dimensionID, fields: { variations }, user: userOf(context) });
  return { recordsTotal: 1, records: [`{"itemID":${itemID}}`] };
};
