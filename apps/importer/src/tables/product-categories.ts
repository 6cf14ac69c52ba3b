import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Categories of products, one row a category: a second tree, beside product groups. */
export const productCategories = defineRecordTable({
  lane: 'productCategories',
  name: 'product_categories',
  since: 5,
  columns: {
    name: text('productCategoryName'),
    parent_id: integer('parentCategoryID'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
