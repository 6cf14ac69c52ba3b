import fc from 'fast-check';
import { expect, it } from 'vitest';

import { tables } from '@erply-kit/schemas';
import { propertyRun } from '@erply-kit/tooling/property';

import { Base } from './base.ts';
import { BaseTables } from './base-tables.ts';
import type { Row } from './row.ts';
import { Table } from './table.ts';

const size = 20;

/** 20 rows, of products 1 to 5. */
const base = (firstID: number) =>
  new Base(tables.productPictures, {
    size,
    firstID,
    row: (id) => ({ productPictureID: id, productID: 1 + (id % 5) }),
  });

function tableOf(base: Base): Table {
  let version = 0;
  return new Table(base, () => {
    version += 1;
    return version;
  });
}

interface Step {
  readonly id: number;
  readonly fields: Row;
  readonly removes: boolean;
  readonly sought: number;
}

const productID = fc.integer({ min: 1, max: 5 });
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.integer({ min: 1, max: size + 10 }),
  fields: fc.oneof(fc.record({ productID }), fc.record({ name: fc.constantFrom('N1', 'N2', 'N3') })),
  removes: fc.constantFrom(false, false, true),
  sought: productID,
});

it.each([1, 8])('holds what a plain map of rows from ID %i on holds, whatever is written', (firstID) => {
  const holdsAlike = fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
    const shop = base(firstID);
    const table = tableOf(shop);
    const rows = new Map<number, Row>();
    for (let id = firstID; id < firstID + size; id += 1) rows.set(id, shop.row(id));
    for (const one of steps) {
      write(table, rows, one);
      expectAlike(table, rows, one.sought);
    }
  });
  fc.assert(holdsAlike, propertyRun(20));
});

/** Writes the same into both. */
function write(table: Table, rows: Map<number, Row>, { id, fields, removes }: Step): void {
  if (!rows.has(id)) {
    table.insert({ productPictureID: id, ...fields });
    rows.set(id, { productPictureID: id, ...fields });
  } else if (removes) {
    table.remove(id);
    rows.delete(id);
  } else {
    table.update(id, fields);
    rows.set(id, { ...rows.get(id), ...fields });
  }
}

function expectAlike(table: Table, rows: ReadonlyMap<number, Row>, sought: number): void {
  const all = [...rows.keys()].sort((left, right) => left - right);
  expect([...table.ids()]).toEqual(all);
  expect(table.size).toBe(rows.size);
  expect(all.map((one) => table.get(one))).toEqual(all.map((one) => rows.get(one)));
  expect(all.map((one) => table.value('productID', one))).toEqual(all.map((one) => rows.get(one)?.productID));
  expect(table.find('productID', sought)).toEqual(all.filter((one) => rows.get(one)?.productID === sought));
}

it('is in the same state, and known to be, where it goes on from the same saved changes', () => {
  const bases = new BaseTables({
    definitions: { productPictures: tables.productPictures },
    rowsOf: () => ({ size, row: (id) => ({ productPictureID: id }) }),
    behaviours: {},
    maxCacheBytes: 0,
  });
  const first = bases.create('productPictures');
  first.insert({ name: 'N' });
  const saved = first.save();
  const [second, third] = [bases.create('productPictures'), bases.create('productPictures')];
  for (const table of [second, third]) table.load(saved);
  expect([second.version, third.version]).toEqual([first.version, first.version]);
  third.update(1, { name: 'Other' });
  expect(third.version).not.toBe(first.version);
  expect([second.get(1)?.name, third.get(1)?.name]).toEqual([undefined, 'Other']);
});
