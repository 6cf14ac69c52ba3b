import type { Join } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Filter } from '../query/filter.ts';
import { byNumber, comparing, inLanguageBy, type SortKey } from '../query/order.ts';
import { listedSelection, reversed, type Selection } from '../query/selection.ts';
import { sortSteps } from '../query/sorted-ids.ts';
import { eachStep, type Steps } from '../slices.ts';
import { takeStepsOf } from './read-in-slices.ts';

interface JoinedQuery {
  readonly tableName: string;
  readonly filters: readonly Filter[];
  readonly join: Join;
  readonly direction: 'asc' | 'desc';
}

/** The rank of each record of another table by a field of it: alike ones have the same, as has what does not exist. */
function* ranksOf(
  account: Account,
  { table: name, field }: Join,
  ids: ReadonlySet<number>,
): Steps<Map<number, number>> {
  const table = account.table(name);
  const keyOf = (id: number): SortKey => (table.has(id) ? ((table.value(field, id) ?? '') as SortKey) : '');
  const compareKeys = comparing(inLanguageBy(field));
  const keys = new Map<number, SortKey>();
  const known = Int32Array.from(ids);
  yield* eachStep(known.length, (index) => keys.set(known[index] as number, keyOf(known[index] as number)));
  const compare = (left: number, right: number) => compareKeys(keys.get(left) ?? '', keys.get(right) ?? '');
  const sorted = yield* sortSteps(known, (left, right) => compare(left, right) || left - right);
  const ranks = new Map<number, number>();
  let rank = 0;
  yield* eachStep(sorted.length, (index) => {
    const id = sorted[index] as number;
    if (index > 0 && compare(sorted[index - 1] as number, id) !== 0) rank += 1;
    ranks.set(id, rank);
  });
  return ranks;
}

/** IDs, ascending before, in the order of their ranks: counted, since that takes no comparing. */
function* byRank(ids: Int32Array, ranks: Int32Array, rankCount: number): Steps<Int32Array> {
  const starts = new Int32Array(rankCount + 1);
  yield* eachStep(ids.length, (index) => {
    const next = (ranks[index] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  });
  yield* eachStep(rankCount, (rank) => {
    starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  });
  const sorted = new Int32Array(ids.length);
  yield* eachStep(ids.length, (index) => {
    const rank = ranks[index] as number;
    const position = starts[rank] as number;
    sorted[position] = ids[index] as number;
    starts[rank] = position + 1;
  });
  return sorted;
}

/** The rows of a selection, by ID before, in the order of what they show of another table, alike ones by their IDs. */
function* inJoinedOrder(account: Account, query: JoinedQuery, found: Selection): Steps<Selection> {
  const { join, tableName } = query;
  const table = account.table(tableName);
  const ids = Int32Array.from(found.ids(0, found.total));
  const others = new Int32Array(ids.length);
  yield* eachStep(ids.length, (index) => {
    const id = ids[index] as number;
    others[index] = table.has(id) ? Number(table.value(join.by, id) ?? 0) : 0;
  });
  const ranks = yield* ranksOf(account, join, new Set(others));
  yield* eachStep(ids.length, (index) => {
    others[index] = ranks.get(others[index] as number) ?? 0;
  });
  return listedSelection([...(yield* byRank(ids, others, ranks.size))]);
}

/**
 * Finds rows in the order of a field of another table. They are sorted for each account anew, since each has names of
 * its own, and again when one of the two tables has changed.
 */
export async function findInJoinedOrder(account: Account, query: JoinedQuery): Promise<Selection> {
  const { tableName, filters, join, direction } = query;
  const finder = account.finder(tableName);
  const { own } = finder.base;
  const keyNow = () => {
    const versions = [account.table(tableName).version, account.table(join.table).version];
    const filterKeys = filters.map((filter) => filter.key);
    return [tableName, join.by, join.table, join.field, ...versions, ...filterKeys].join('\n');
  };
  const key = keyNow();
  let selection = own.get(key);
  if (selection === undefined) {
    const byID = byNumber(account.table(tableName).definition.key);
    const found = await finder.find({ filters, order: byID, direction: 'asc' });
    const isAsAsked = key === keyNow();
    selection = await takeStepsOf(account, inJoinedOrder(account, query, found));
    if (isAsAsked) own.keep(key, selection);
  }
  return direction === 'asc' ? selection : reversed(selection);
}
