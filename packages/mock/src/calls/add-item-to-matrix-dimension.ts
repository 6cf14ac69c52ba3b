import type { calls } from '@erply-kit/schemas';

import { refuse } from '../wire/refusal.ts';
import { nextValueID, valuesOf } from './find-dimension-value.ts';
import { type Handler, userOf } from './handler.ts';

/** Adds a value behind those that the dimension has; 1012 when one of them has the code. */
export const addItemToMatrixDimension: Handler<typeof calls.addItemToMatrixDimension> = (context, input) => {
  const { account } = context;
  const { dimensionID, name, code = '' } = input;
  const dimension = account.table('matrixDimensions').get(dimensionID);
  if (dimension === undefined) return refuse(1011, 'dimensionID');
  if (!name) return refuse(1010, 'name');
  const values = valuesOf(dimension);
  if (code !== '' && values.some((value) => value.code === code)) refuse(1012, 'code');
  const variationID = nextValueID(account);
  const order = Math.max(0, ...values.map((value) => value.order)) + 1;
  const variations = [...values, { variationID, name, code, order }];
  account.update('matrixDimensions', { id: dimensionID, fields: { variations }, user: userOf(context) });
  return { recordsTotal: 1, records: [`{"itemID":${variationID}}`] };
};
