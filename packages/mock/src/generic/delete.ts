import { phpJson, recordOf } from '@erply-kit/schemas';

import { parentsOf } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import { refuse } from '../wire/refusal.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { referenceCheck } from './references.ts';

/** Deletes records; none of them where one is referred to. */
async function remove(context: CallContext, ids: readonly number[]): Promise<void> {
  const { account, call } = context;
  const user = userOf(context);
  const tableName = call.table?.name ?? '';
  if (call.inUse !== undefined) {
    const isReferredTo = await referenceCheck(account, tableName);
    if (ids.some(isReferredTo)) refuse(call.inUse);
  }
  for (const id of ids) if (account.table(tableName).has(id)) account.remove(tableName, id, user);
}

/** Deletes all that is part of the record that the input names: 1010 where it names none. */
function removeParts(context: CallContext, input: Row, idInput: string): Promise<void> {
  const { account, call } = context;
  const table = account.table(call.table?.name ?? '');
  const [field, parents] =
    parentsOf(table).find(([name]) => input[name] !== undefined) ?? refuse(1010, idInput);
  if (!parents.some((parent) => account.table(parent).has(Number(input[field])))) refuse(1011, field);
  return remove(context, table.find(field, input[field]));
}

/**
 * A delete call, of one of two kinds: one ID in and nothing out, or a list in and which of them are gone out. In the
 * list form an ID that does not exist is reported, and is not an error. Parts of a record can also be deleted all at once, by
 * the ID of the record.
 */
export const genericDelete: Handler = async (context, input: Row) => {
  const { account, call } = context;
  const table = account.table(call.table?.name ?? '');
  const [idInput = ''] = Object.keys(call.input());
  const given = input[idInput];
  if (given === undefined) {
    await removeParts(context, input, idInput);
    return { recordsTotal: 0, records: [] };
  }
  if (!Array.isArray(given)) {
    const id = Number(given);
    if (!table.has(id)) refuse(1011, idInput);
    await remove(context, [id]);
    return { recordsTotal: 0, records: [] };
  }
  const ids = [...new Set(given as readonly number[])];
  const deletedIDs = ids.filter((id) => table.has(id));
  const nonExistingIDs = ids.filter((id) => !table.has(id));
  await remove(context, deletedIDs);
  const lists = { deletedIDs: deletedIDs.join(), nonExistingIDs: nonExistingIDs.join() };
  const shape = recordOf(call)?.().shape ?? {};
  const shown = Object.entries(lists).filter(([name]) => Object.hasOwn(shape, name));
  return { recordsTotal: 1, records: [phpJson(Object.fromEntries(shown))] };
};
