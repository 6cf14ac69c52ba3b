import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Product groups, one row a group. */
export const productGroups = defineRecordTable({
  lane: 'productGroups',
  name: 'product_groups',
  since: 1,
  columns: {
    name: text('name'),
    parent_group_id: integer('parentGroupID'),
    position_no: integer('positionNo'),
    show_in_webshop: integer('showInWebshop'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
