import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Pictures of products: where their files are, not the files. */
export const productPictures = defineRecordTable({
  lane: 'productPictures',
  name: 'product_pictures',
  since: 5,
  columns: {
    product_id: integer('productID'),
    name: text('name'),
    thumb_url: text('thumbURL'),
    small_url: text('smallURL'),
    large_url: text('largeURL'),
    full_url: text('fullURL'),
    external: integer('external'),
  },
  indexes: { product_pictures_by_product: { columns: ['product_id'] } },
});
