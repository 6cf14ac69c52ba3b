import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { nameFields } from '../../account/languages.ts';
import { allNamesBlock } from '../../generic/all-names.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { listFilters } from '../../generic/list-filters.ts';
import { readInSlices } from '../../generic/read-in-slices.ts';
import { byNumber } from '../../query/order.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { inTreeOrder } from './in-tree-order.ts';

const noNames = Object.fromEntries(nameFields.map((field) => [field, undefined]));

const byPosition = (left: Row, right: Row) =>
  Number(left.positionNo ?? 0) - Number(right.positionNo ?? 0) ||
  Number(left.productGroupID) - Number(right.productGroupID);

/** Makes the subtree of a group; a group that was shown before is not shown again. */
function treeMaker(account: Account, language: string | undefined, addNames: (group: Row) => Row) {
  const table = account.table('productGroups');
  const records = account.records('productGroups');
  const shown = new Set<number>();
  const treeOf = (id: number): Row => {
    shown.add(id);
    const group: Row = { ...records.record(id, language), ...noNames };
    const below = table.find('parentGroupID', id).filter((child) => !shown.has(child));
    const children = below.map((child) => table.get(child) ?? {}).sort(byPosition);
    const subGroups = children.map((child) => treeOf(Number(child.productGroupID)));
    return { ...group, ...addNames(group), subGroups };
  };
  return { treeOf, isShown: (id: number) => shown.has(id) };
}

/**
 * The tree of groups. A filter answers the groups that match, each with its whole subtree; one that is inside the
 * subtree of another match is not repeated.
 */
export const getProductGroups: Handler<typeof calls.getProductGroups> = async (context, input) => {
  userOf(context);
  const { account, language } = context;
  const table = account.table('productGroups');
  await table.index('parentGroupID');
  const order = byNumber(table.definition.key);
  const filters = listFilters(context, input);
  const found = await account.finder('productGroups').find({ filters, order, direction: 'asc' });
  // Top first, so that a match's subtree is known before its own members are looked at.
  const ids = await inTreeOrder(table, found.ids(0, found.total));
  const addNames = input.getAllLanguages === 1 ? allNamesBlock(account, 'productGroups') : () => ({});
  const { treeOf, isShown } = treeMaker(account, language, addNames);
  const write = recordWriter(table.definition.record);
  const records: string[] = [];
  await readInSlices(account, ids, (id) => {
    if (table.has(id) && !isShown(id)) records.push(write(treeOf(id)));
  });
  return { recordsTotal: records.length, records };
};
