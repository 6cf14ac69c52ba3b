import { type AnyCall, savedIDInput } from '@erply-kit/schemas';

import { mayDo, type Right } from '../../account/user.ts';
import { type Parameters, textOf } from '../../wire/parameters.ts';
import type { Gate } from '../context.ts';

/** The code for a right that is missing. */
const missing: Readonly<Record<Right, number>> = { view: 1060, add: 1061, edit: 1062, delete: 1063 };

/** Saving a record that has an ID is editing it. */
function rightOf(call: AnyCall, parameters: Parameters): Right | undefined {
  if (call.right !== 'save') return call.right;
  return parameters.has(savedIDInput(call) ?? '') ? 'edit' : 'add';
}

/** A call that knows locations refuses one that is not the user's. */
function isForeignLocation(call: AnyCall, parameters: Parameters, own: readonly number[]): boolean {
  const warehouseID = textOf(parameters, 'warehouseID') ?? '';
  return call.errors.includes(1064) && warehouseID !== '' && !own.includes(Number(warehouseID));
}

/** 1060 to 1063: the user may not view, add, edit or delete records of the table. 1064: not at this location. */
export const rights: Gate = (context) => {
  const { call, parameters, user } = context;
  if (call === undefined || user === undefined) return undefined;
  const right = rightOf(call, parameters);
  if (right !== undefined && !mayDo(user, right, call.table?.name ?? call.rightOn ?? ''))
    return { code: missing[right] };
  if (user.warehouseIDs !== null && isForeignLocation(call, parameters, user.warehouseIDs))
    return { code: 1064 };
  return undefined;
};
