import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Brands of products. */
export const brands = defineRecordTable({
  lane: 'brands',
  name: 'brands',
  since: 2,
  columns: {
    name: text('name'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
