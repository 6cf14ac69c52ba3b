import { expect, it } from 'vitest';

import { tables } from '@erply-kit/schemas';

import { cases, seededRandom } from '../../test/property.ts';
import { Base } from './base.ts';
import type { Row } from './row.ts';
import { Table } from './table.ts';

const size = 20;

/** Rows 1 to 20, of products 1 to 5. */
const base = () =>
  new Base(tables.productPictures, {
    size,
    row: (id) => ({ productPictureID: id, productID: 1 + (id % 5) }),
  });

function tableOf(base: Base): Table {
  let version = 0;
  return new Table(base, () => {
    version += 1;
    return version;
  });
}

it('holds what a plain map of whole rows holds, whatever is written in between', () => {
  const { seed, random } = seededRandom();
  const shop = base();
  const table = tableOf(shop);
  const rows = new Map<number, Row>();
  for (let id = 1; id <= size; id += 1) rows.set(id, shop.row(id));
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < cases(300); round += 1) {
    const id = 1 + below(size + 10);
    const fields: Row = random() < 0.5 ? { productID: 1 + below(5) } : { name: `N${below(9)}` };
    if (!rows.has(id)) {
      table.insert({ productPictureID: id, ...fields });
      rows.set(id, { productPictureID: id, ...fields });
    } else if (random() < 0.7) {
      table.update(id, fields);
      rows.set(id, { ...rows.get(id), ...fields });
    } else {
      table.remove(id);
      rows.delete(id);
    }
    const said = `seed ${seed}, round ${round}`;
    const all = [...rows.keys()].sort((left, right) => left - right);
    expect([...table.ids()], said).toEqual(all);
    expect(table.size, said).toBe(rows.size);
    expect(
      all.map((one) => table.get(one)),
      said,
    ).toEqual(all.map((one) => rows.get(one)));
    expect(
      all.map((one) => table.value('productID', one)),
      said,
    ).toEqual(all.map((one) => rows.get(one)?.productID));
    const sought = 1 + below(5);
    expect(table.find('productID', sought), said).toEqual(
      all.filter((one) => rows.get(one)?.productID === sought),
    );
  }
});
