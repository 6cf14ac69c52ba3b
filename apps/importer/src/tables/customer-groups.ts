import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Customer groups, one row a group; `position` is where a group stands in Erply's tree, from 1 on. */
export const customerGroups = defineRecordTable({
  lane: 'customerGroups',
  name: 'customer_groups',
  since: 3,
  columns: {
    name: text('name'),
    parent_id: integer('parentID'),
    position: integer('position'),
    price_list_id: integer('pricelistID'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
