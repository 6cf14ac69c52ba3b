import type { calls } from '@erply-kit/schemas';

import { nameFields } from '../../account/languages.ts';
import { allNamesBlock } from '../../generic/all-names.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { testsOf } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';

const byPosition = (left: Row, right: Row) =>
  Number(left.positionNo ?? 0) - Number(right.positionNo ?? 0) ||
  Number(left.productGroupID) - Number(right.productGroupID);

const noNames = Object.fromEntries(nameFields.map((field) => [field, undefined]));

/**
 * The tree of groups. A filter answers the groups that match, each with its whole subtree; one that is inside the
 * subtree of another match is not repeated.
 */
export const getProductGroups: Handler<typeof calls.getProductGroups> = (context, input) => {
  userOf(context);
  const { account, language } = context;
  const table = account.table('productGroups');
  const children = new Map<number, Row[]>();
  const groups: Row[] = [];
  for (const id of table.ids()) {
    const group = { ...account.encoded('productGroups').record(id, language), ...noNames };
    groups.push(group);
    const parentID = Number(group.parentGroupID ?? 0);
    children.set(parentID, [...(children.get(parentID) ?? []), group]);
  }
  const tests = testsOf(context, input);
  const matches = (group: Row) => tests.every((test) => test(group));
  const shown = new Set<unknown>();
  const allNames = input.getAllLanguages === 1 ? allNamesBlock(account, 'productGroups') : undefined;
  const withSubgroups = (group: Row): Row => {
    shown.add(group.productGroupID);
    const below = (children.get(Number(group.productGroupID)) ?? []).filter(
      (child) => !shown.has(child.productGroupID),
    );
    return { ...group, ...allNames?.(group), subGroups: below.sort(byPosition).map(withSubgroups) };
  };
  const depthFirst = (parentID: number): Row[] =>
    (children.get(parentID) ?? [])
      .sort(byPosition)
      .flatMap((group) => [group, ...depthFirst(Number(group.productGroupID))]);
  const trees: Row[] = [];
  // Top first, so that a match's subtree is known before its own members are looked at.
  for (const group of new Set([...depthFirst(0), ...groups])) {
    if (matches(group) && !shown.has(group.productGroupID)) trees.push(withSubgroups(group));
  }
  const write = recordWriter(table.definition.record);
  return { recordsTotal: trees.length, records: trees.map((tree) => write(tree)) };
};
