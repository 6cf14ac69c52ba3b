import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';
import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type FakeTable, fakeTable, remove } from '../../test/fake-table.ts';
import type { FetchedPage, FetchPage } from './fetch-page.ts';
import type { PageCursor } from './page.ts';
import type { PagingPlan } from './plan.ts';
import { walkOverlapping } from './walk-overlapping.ts';

const plan = (pageSize: number, from?: PageCursor): PagingPlan => ({
  call: calls.getProducts,
  pageSize,
  from,
  key: 'id',
  overlap: 1,
  inputAt: () => ({}),
});

async function readAll(fetch: FetchPage, pageSize: number, from?: PageCursor) {
  const ids: number[] = [];
  const cursors: (PageCursor | undefined)[] = [];
  for await (const page of walkOverlapping(plan(pageSize, from), fetch)) {
    ids.push(...page.records.map((record) => record.id as number));
    cursors.push(page.next);
  }
  return { ids, cursors };
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a table that stays as it is', () => {
  it.each([0, 1, 2, 9, 10, 11, 19, 20, 100])('of %i rows is read once each', async (rows) => {
    const table = fakeTable({ rows });
    const { ids, cursors } = await readAll(table.fetch, 10);
    expect(ids).toEqual(upTo(rows));
    expect(cursors.map((cursor) => cursor === undefined).lastIndexOf(false)).toBe(cursors.length - 2);
  });

  it('is read with one row of overlap, at no other cost', async () => {
    const table = fakeTable({ rows: 25 });
    await readAll(table.fetch, 10);
    expect(table.fetched).toEqual([
      [0, 10],
      [9, 10],
      [18, 7],
    ]);
  });

  it('can be gone on with from any cursor', async () => {
    const whole = await readAll(fakeTable({ rows: 50 }).fetch, 10);
    for (const cursor of whole.cursors) {
      if (!cursor) continue;
      const rest = await readAll(fakeTable({ rows: 50 }).fetch, 10, JSON.parse(JSON.stringify(cursor)));
      expect(rest.ids).toEqual(upTo(50).slice(cursor.lastKey));
    }
  });
});

describe('a server with habits of its own', () => {
  it('may give shorter pages than it was asked for', async () => {
    const table = fakeTable({ rows: 95, cap: 10 });
    expect((await readAll(table.fetch, 1000)).ids).toEqual(upTo(95));
    expect(table.fetched[1]).toEqual([9, 10]);
  });

  it('may say nothing of how many rows there are', async () => {
    const table = fakeTable({ rows: 25, total: () => undefined });
    expect((await readAll(table.fetch, 10)).ids).toEqual(upTo(25));
  });

  it('may not announce more rows than it gives, for ever', async () => {
    const table = fakeTable({ rows: 5, total: () => 9 });
    await expect(readAll(table.fetch, 10)).rejects.toThrow('more rows are announced than come');
  });

  it('may count a row that is just being added', async () => {
    let isCounted = false;
    const total = (ids: readonly number[]) => ids.length + (isCounted ? 0 : 1);
    const meanwhile = (table: FakeTable) => {
      if (!isCounted) table.ids.push(6);
      isCounted = true;
    };
    expect((await readAll(fakeTable({ rows: 5, total, meanwhile }).fetch, 10)).ids).toEqual(upTo(6));
  });

  it('may not ignore the offset', async () => {
    const table = fakeTable({ rows: 100 });
    const ignoring: FetchPage = async ({ start, size }) => ({ ...table.page(0, size), start });
    await expect(readAll(ignoring, 10)).rejects.toThrow('the same rows came for different offsets');
  });

  it('may not ignore the order', async () => {
    const table = fakeTable({ rows: 100 });
    table.ids.reverse();
    await expect(readAll(table.fetch, 10)).rejects.toThrow('rows are not in the order of id');
  });
});

describe('rows deleted behind the cursor', () => {
  it('make the read step back, one row where one was deleted', async () => {
    const table = fakeTable({ rows: 30, meanwhile: (self) => remove(self, 3) });
    expect((await readAll(table.fetch, 10)).ids).toEqual(upTo(30));
    expect(table.fetched.slice(0, 3)).toEqual([
      [0, 10],
      [9, 10],
      [8, 10],
    ]);
  });

  it('make it step back 1, 2, 4 … rows, further than a page if need be', async () => {
    const isGone = (id: number) => id > 2 && id <= 60;
    let isDone = false;
    const meanwhile = (self: FakeTable) => {
      if (isDone || self.fetched.length < 7) return;
      isDone = true;
      for (const id of self.ids.filter(isGone)) remove(self, id);
    };
    const table = fakeTable({ rows: 100, meanwhile });
    const { ids } = await readAll(table.fetch, 10);
    expect(ids).toEqual(upTo(100));
    expect(table.fetched.slice(7, 14).map(([start]) => start)).toEqual([63, 62, 61, 59, 55, 47, 31]);
  });

  it('may take the last row seen and all that follow', async () => {
    const isGone = (id: number) => id > 7;
    const meanwhile = (self: FakeTable) => {
      for (const id of self.ids.filter(isGone)) remove(self, id);
    };
    const { ids, cursors } = await readAll(fakeTable({ rows: 30, meanwhile }).fetch, 10);
    expect(ids).toEqual(upTo(10));
    expect(cursors.at(-1)).toBeUndefined();
  });

  it('may take every row there is', async () => {
    const meanwhile = (self: FakeTable) => void self.ids.splice(0);
    expect((await readAll(fakeTable({ rows: 30, meanwhile }).fetch, 10)).ids).toEqual(upTo(10));
  });

  it('do no harm between one run and the next that goes on', async () => {
    const table = fakeTable({ rows: 30 });
    for (const id of [1, 2, 3, 4, 5, 11]) remove(table, id);
    const { ids } = await readAll(table.fetch, 10, { offset: 10, lastKey: 10 });
    expect(ids).toEqual(upTo(30).slice(11));
  });
});

it('misses no row that survives, and gives none twice', async () => {
  const reads = fc.asyncProperty(fc.gen(), (gen) => hostileRead(randomOf(gen)));
  await fc.assert(reads, propertyRun(300, 100));
});

/** Rows go and come at random between any two pages, also between pages that were fetched together. */
async function hostileRead(random: Random): Promise<void> {
  const rows = random.whole(0, 299);
  let newest = rows;
  const meanwhile = (self: FakeTable) => {
    const count = random.chance(0.25) ? random.whole(0, 39) : random.whole(0, 2);
    for (let turn = 0; turn < count; turn += 1) self.ids.splice(random.whole(0, self.ids.length), 1);
    newest += random.whole(0, 2);
    if (random.chance(0.2)) self.ids.push(++newest);
  };
  const table = fakeTable({ rows, meanwhile });
  const before = new Set(table.ids);
  const pageSize = random.whole(2, 31);
  const fetch = random.chance(0.5) ? aheadOf(table, random.whole(0, 5)) : table.fetch;
  const { ids } = await readAll(fetch, pageSize);
  const missed = table.ids.filter((id) => before.has(id) && !ids.includes(id));
  expect(missed).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Fetches pages ahead, as a bulk request does: each is of its own moment, and old when it is used. */
function aheadOf(table: FakeTable, pages: number): FetchPage {
  const ahead = new Map<number, FetchedPage>();
  return async (wanted) => {
    const known = ahead.get(wanted.start);
    ahead.delete(wanted.start);
    if (known) return known;
    ahead.clear();
    const first = await table.fetch(wanted);
    for (let page = 1; page <= pages; page += 1) {
      const start = wanted.start + page * (wanted.size - 1);
      ahead.set(start, await table.fetch({ ...wanted, start }));
    }
    return first;
  };
}
