import type { calls } from '@erply-kit/schemas';

import { allNamesBlock } from '../../generic/all-names.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { listFilters } from '../../generic/list-filters.ts';
import { takeStepsOf } from '../../generic/read-in-slices.ts';
import { byNumber } from '../../query/order.ts';
import type { Steps } from '../../slices.ts';
import type { Table } from '../../store/table.ts';
import { inTreeOrder } from './in-tree-order.ts';
import { TreeWriter } from './tree-writer.ts';

/** The JSON of groups and all below them. Top first, so that a match's subtree is written before its members are looked at. */
function* writeTrees(table: Table, ids: readonly number[], trees: TreeWriter): Steps<string[]> {
  const records: string[] = [];
  for (const id of yield* inTreeOrder(table, ids))
    if (table.has(id) && !trees.hasWritten(id)) records.push(yield* trees.write(id));
  return records;
}

/**
 * The tree of groups. A filter answers the groups that match, each with its whole subtree; one that is inside the
 * subtree of another match is not repeated.
 */
export const getProductGroups: Handler<typeof calls.getProductGroups> = async (context, input) => {
  userOf(context);
  const { account, language } = context;
  const tableName = 'productGroups';
  await account.table(tableName).index('parentGroupID');
  const order = byNumber(account.table(tableName).definition.key);
  const filters = listFilters(context, input);
  const found = await account.finder(tableName).find({ filters, order, direction: 'asc' });
  // Taken now: while it waited, the account may have been reset.
  const table = account.table(tableName);
  const addNames = input.getAllLanguages === 1 ? allNamesBlock(account, tableName) : () => ({});
  const trees = new TreeWriter(account, language, addNames);
  const records = await takeStepsOf(account, writeTrees(table, found.ids(0, found.total), trees));
  return { recordsTotal: records.length, records };
};
