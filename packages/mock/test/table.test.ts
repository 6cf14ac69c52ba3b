import { expect, it } from 'vitest';

import { tables } from '@erply-kit/schemas';

import { type Base, indexOf, type Row, Table } from '../src/account/table.ts';
import { cases, seededRandom } from './property.ts';

const size = 20;

/** Rows 1 to 20, of products 1 to 5. */
function base(): Base {
  const row = (id: number): Row => ({ productPictureID: id, productID: 1 + (id % 5) });
  const rows = Array.from({ length: size }, (_, place) => [place + 1, row(place + 1)] as const);
  const index = indexOf(rows, 'productID');
  return { size, row, find: (_field, value) => index.get(value) ?? [] };
}

it('finds by a field what a look at every row finds, whatever is written in between', () => {
  const { seed, random } = seededRandom();
  let version = 0;
  const table = new Table(tables.productPictures, base(), () => {
    version += 1;
    return version;
  });
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < cases(300); round += 1) {
    const ids = [...table.ids()];
    const id = ids[below(ids.length)] ?? 0;
    const productID = 1 + below(5);
    if (id === 0 || random() < 0.4) table.insert({ productID });
    else if (random() < 0.5) table.update(id, { productID });
    else table.remove(id);
    const sought = 1 + below(5);
    const seen = [...table.ids()].filter((one) => table.get(one)?.productID === sought);
    expect(table.find('productID', sought), `seed ${seed}, round ${round}`).toEqual(seen);
  }
});
