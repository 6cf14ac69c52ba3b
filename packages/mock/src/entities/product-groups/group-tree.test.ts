import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

type Row = Record<string, any>;
/** A group with those below it. */
type Tree = readonly [id: number, below: readonly Tree[]];

const treeOf = ({ productGroupID, subGroups }: Row): Tree => [productGroupID, subGroups.map(treeOf)];

/** The tree as its rows say, drawn from the top by plain recursion; what no top leads to follows, in rings cut open. */
function expectedTrees(rows: readonly Row[], isWanted: (row: Row) => boolean): Tree[] {
  const sorted = rows.toSorted(
    (left, right) => left.positionNo - right.positionNo || left.productGroupID - right.productGroupID,
  );
  const below = (id: number) => sorted.filter((row) => row.parentGroupID === id);
  const order: Row[] = [];
  const visit = (row: Row) => {
    order.push(row);
    below(row.productGroupID).forEach(visit);
  };
  below(0).forEach(visit);
  order.push(...rows.filter((row) => !order.includes(row)));
  const shown = new Set<number>();
  const draw = (row: Row): Tree => {
    shown.add(row.productGroupID);
    return [
      row.productGroupID,
      below(row.productGroupID)
        .filter((child) => !shown.has(child.productGroupID))
        .map(draw),
    ];
  };
  const trees: Tree[] = [];
  for (const row of order) if (isWanted(row) && !shown.has(row.productGroupID)) trees.push(draw(row));
  return trees;
}

function disturb(data: { list(): Row[]; insert(row: Row): number } & Row, random: Random): void {
  const ids = data.list().map((row) => row.productGroupID as number);
  // A group that is gone, or the group itself, may stand above it too.
  const parentGroupID = random.pick([0, 0, 999_999, ...ids]);
  const values = { name: random.pick(['a', 'b']), parentGroupID, positionNo: random.whole(-1, 3) };
  const change = random.whole(1, 10);
  if (change < 6 || ids.length < 3) data.insert(values);
  else if (change < 9) data.update(random.pick(ids), values);
  else data.remove(random.pick(ids));
}

it('is the one that the rows say, whatever stands above what, and whichever groups are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const mock = frozenMock({ products: 10 });
      const { call } = await loggedIn(mock);
      const data = mock.account('100001').data('productGroups');
      for (let tried = 0; tried < 8; tried += 1) {
        for (let writes = random.whole(1, 4); writes > 0; writes -= 1) disturb(data, random);
        const rows: Row[] = data.list();
        const some = random.pick(rows);
        const { productGroupID } = some;
        const changedAt = (row: Row) => Math.max(row.added, row.lastModified);
        const changedSince = changedAt(some);
        const fields: Record<string, number> = random.pick([{}, { productGroupID }, { changedSince }]);
        const isWanted = (row: Row) =>
          (fields.productGroupID === undefined || row.productGroupID === productGroupID) &&
          (fields.changedSince === undefined || changedAt(row) >= changedSince);
        mock.account('100001').clock.advance('1s');
        const { records } = await call('getProductGroups', fields);
        expect(records.map(treeOf), JSON.stringify(fields)).toEqual(expectedTrees(rows, isWanted));
      }
    }),
    propertyRun(15, 5),
  );
});

it('may be as deep as there are groups', async () => {
  const depth = 8000;
  const mock = frozenMock({ products: 10 });
  const { call } = await loggedIn(mock);
  const data = mock.account('100001').data('productGroups');
  const top = data.insert({ name: 'Top', parentGroupID: 0 });
  let last = top;
  for (let level = 1; level < depth; level += 1)
    last = data.insert({ name: `Level ${level}`, parentGroupID: last });
  const { records } = await call('getProductGroups', { productGroupID: top });
  let found = 0;
  for (let [group] = records; group !== undefined; [group] = group.subGroups) found += 1;
  expect(found).toBe(depth);
  await call('saveProduct', { productID: 1, groupID: last });
  const inTree = await call('getProducts', { groupIDWithSubgroups: top });
  expect(inTree.records.map(({ productID }: Row) => productID)).toEqual([1]);
});
