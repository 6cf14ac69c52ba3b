import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { type DimensionValue, nextValueID, valuesOf } from './find-dimension-value.ts';

type Named = NonNullable<InputOf<typeof calls.saveMatrixDimension>['values']>;

/** 1010: a value needs both its name and its code. */
function checkPairs(named: Named): void {
  for (const [index, { valueName, valueCode }] of named.entries()) {
    if (!valueName) refuse(1010, `valueName${index + 1}`);
    if (!valueCode) refuse(1010, `valueCode${index + 1}`);
  }
}

/** 1012: another dimension has the name. */
function checkName(account: Account, name: string, own: number | undefined): void {
  const table = account.table('matrixDimensions');
  for (const id of table.ids()) if (id !== own && table.get(id)?.name === name) refuse(1012, 'name');
}

/** The values after a save: a code that is there gets the name, another one comes last. */
function savedValues(account: Account, before: readonly DimensionValue[], named: Named): DimensionValue[] {
  const values = [...before];
  let variationID = nextValueID(account);
  for (const { valueName: name, valueCode: code } of named) {
    const index = values.findIndex((value) => value.code === code);
    const known = values[index];
    if (known !== undefined) values[index] = { ...known, name };
    else values.push({ variationID: variationID++, name, code, order: values.length + 1 });
  }
  return values;
}

/** Makes a dimension, or renames one and saves the values that are named. */
export const saveMatrixDimension: Handler<typeof calls.saveMatrixDimension> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const { dimensionID, name, values = [] } = input;
  const before = dimensionID === undefined ? undefined : account.table('matrixDimensions').get(dimensionID);
  if (dimensionID !== undefined && before === undefined) refuse(1011, 'dimensionID');
  if (before === undefined && !name) refuse(1010, 'name');
  checkPairs(values);
  if (name) checkName(account, name, dimensionID);
  const variations = savedValues(account, valuesOf(before ?? {}), values);
  const fields = { ...(name === undefined ? {} : { name }), variations };
  const id = before === undefined ? account.insert('matrixDimensions', fields, user) : Number(dimensionID);
  if (before !== undefined) account.update('matrixDimensions', { id, fields, user });
  return { recordsTotal: 1, records: [`{"dimensionID":${id}}`] };
};
