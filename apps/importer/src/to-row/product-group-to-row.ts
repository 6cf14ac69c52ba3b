import { integer, text } from './read-field.ts';
import type { RecordTable } from './record-table.ts';

/** Product groups as rows of the table `product_groups`. */
export const productGroupToRow: RecordTable = {
  table: 'product_groups',
  columns: {
    name: text('name'),
    parent_group_id: integer('parentGroupID'),
    position_no: integer('positionNo'),
    show_in_webshop: integer('showInWebshop'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
};
