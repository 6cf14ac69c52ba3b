import { nameFields } from '../account/languages.ts';
import { byNumber } from '../query/order.ts';
import type { Steps } from '../slices.ts';
import type { Row } from '../store/row.ts';
import type { Answer } from '../wire/envelope.ts';
import { allNamesBlock } from './all-names.ts';
import { type CallContext, userOf } from './handler.ts';
import { inTreeOrder, type Tree } from './in-tree-order.ts';
import { listFilters } from './list-filters.ts';
import { takeStepsOf } from './read-in-slices.ts';
import { TreeWriter } from './tree-writer.ts';

/** The JSON of groups and all below them. Top first, so that a match's subtree is written before its members are looked at. */
function* writeTrees(tree: Tree, ids: readonly number[], writer: TreeWriter): Steps<string[]> {
  const records: string[] = [];
  for (const id of yield* inTreeOrder(tree, ids))
    if (tree.table.has(id) && !writer.hasWritten(id)) records.push(yield* writer.write(id));
  return records;
}

const noNames = Object.fromEntries(nameFields.map((field) => [field, undefined]));

/**
 * A list of groups as a tree, in the field `subGroups`. A filter answers the groups that match, each with its whole
 * subtree; one that is inside the subtree of another match is not repeated.
 */
export async function listTree(
  context: CallContext,
  input: Row,
  fields: Omit<Tree, 'table'>,
): Promise<Answer> {
  userOf(context);
  const { account, call, language } = context;
  const tableName = call.table?.name ?? '';
  await account.table(tableName).index(fields.parentField);
  const order = byNumber(account.table(tableName).definition.key);
  const filters = listFilters(context, input);
  const found = await account.finder(tableName).find({ filters, order, direction: 'asc' });
  // Taken now: while it waited, the account may have been reset.
  const tree = { table: account.table(tableName), ...fields };
  const namesOf = input.getAllLanguages === 1 ? allNamesBlock(account, tableName) : () => ({});
  const writer = new TreeWriter(tree, (id) => {
    const group: Row = { ...account.records(tableName).record(id, language), ...noNames };
    return { ...group, ...namesOf(group) };
  });
  const records = await takeStepsOf(account, writeTrees(tree, found.ids(0, found.total), writer));
  return { recordsTotal: records.length, records };
}
