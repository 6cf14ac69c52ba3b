import { FeedError } from '../feed-error.ts';
import { ItemSet } from '../item-set.ts';
import { labelOf, type StockRow, type Warehouse } from './stock-source.ts';

/** The stock of a warehouse. Throws where a product comes twice: nobody can say which of its figures is right. */
export async function* onceEach(
  stock: AsyncIterable<Iterable<StockRow>>,
  warehouse: Warehouse,
): AsyncGenerator<Iterable<StockRow>> {
  const seen = new ItemSet();
  for await (const rows of stock) yield refuseTwice(rows, seen, warehouse);
}

function* refuseTwice(rows: Iterable<StockRow>, seen: ItemSet, warehouse: Warehouse): Generator<StockRow> {
  for (const row of rows) {
    if (!seen.add(0, row.productID))
      throw new FeedError(
        `nothing replaced: product ${row.productID} came twice in the stock of ${labelOf(warehouse)}`,
      );
    yield row;
  }
}
