import { expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { fakeTable } from '../../test/fake-table.ts';
import type { FetchPage } from './fetch-page.ts';
import type { PageCursor } from './page.ts';
import type { PagingPlan } from './plan.ts';
import { walkNumbered } from './walk-numbered.ts';

const plan = (pageSize: number, from?: PageCursor): PagingPlan => ({
  call: calls.getUserOperationsLog,
  pageSize,
  from,
  key: undefined,
  overlap: 0,
  inputAt: () => ({}),
});

async function readAll(fetch: FetchPage, pageSize: number, from?: PageCursor) {
  const ids: number[] = [];
  const cursors: (PageCursor | undefined)[] = [];
  for await (const page of walkNumbered(plan(pageSize, from), fetch)) {
    ids.push(...page.records.map((record) => record.id as number));
    cursors.push(page.next);
  }
  return { ids, cursors };
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it.each([0, 1, 9, 10, 11, 20, 100])('reads %i rows once each', async (rows) => {
  const { ids, cursors } = await readAll(fakeTable({ rows }).fetch, 10);
  expect(ids).toEqual(upTo(rows));
  expect(cursors.at(-1)).toBeUndefined();
});

it("counts pages by the server's own cap, where it has one", async () => {
  const table = fakeTable({ rows: 95, cap: 10 });
  expect((await readAll(table.fetch, 1000)).ids).toEqual(upTo(95));
  expect(table.fetched.slice(0, 3)).toEqual([
    [0, 10],
    [10, 10],
    [20, 10],
  ]);
});

it('goes on from a cursor, in the middle of a page too', async () => {
  expect((await readAll(fakeTable({ rows: 35 }).fetch, 10, { offset: 20 })).ids).toEqual(upTo(35).slice(20));
  expect((await readAll(fakeTable({ rows: 35 }).fetch, 10, { offset: 23 })).ids).toEqual(upTo(35).slice(23));
});

it('does not take an empty page for the end when more rows are announced', async () => {
  const table = fakeTable({ rows: 10, total: () => 50 });
  await expect(readAll(table.fetch, 10)).rejects.toThrow('more rows are announced than come');
});
