import type { calls } from '@erply-kit/schemas';

import { keptNames, nameFields } from '../../account/languages.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { nextValueID, valuesOf } from './find-dimension-value.ts';

/**
 * Adds a value behind those that the dimension has; 1012 when one of them has the code, 1028 for names in languages where
 * the account has only one (inferred).
 */
export const addItemToMatrixDimension: Handler<typeof calls.addItemToMatrixDimension> = (context, input) => {
  const { account } = context;
  const { dimensionID, code = '', ...names } = input;
  const dimension = account.table('matrixDimensions').get(dimensionID);
  if (dimension === undefined) return refuse(1011, 'dimensionID');
  const { own, all } = account.languages;
  const inLanguages = nameFields.find((field) => Object.hasOwn(names, field));
  if (inLanguages !== undefined && all.length === 1) return refuse(1028, inLanguages);
  const { name, ...others } = keptNames(names, own, { isNew: true });
  if (!name) return refuse(1010, 'name');
  const values = valuesOf(dimension);
  if (code !== '' && values.some((value) => value.code === code)) refuse(1012, 'code');
  const variationID = nextValueID(account);
  const order = Math.max(0, ...values.map((value) => value.order)) + 1;
  const variations = [...values, { variationID, name, code, order, ...others }];
  account.update('matrixDimensions', { id: dimensionID, fields: { variations }, user: userOf(context) });
  return { recordsTotal: 1, records: [`{"itemID":${variationID}}`] };
};
