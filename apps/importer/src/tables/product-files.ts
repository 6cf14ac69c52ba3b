import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Files of products: where they are, not what is in them. The name of a type is that of the last daily read. */
export const productFiles = defineRecordTable({
  lane: 'productFiles',
  name: 'product_files',
  since: 5,
  columns: {
    product_id: integer('productID'),
    name: text('name'),
    type_id: integer('typeID'),
    type_name: text('typeName'),
    file_url: text('fileURL'),
    is_information_file: integer('isInformationFile'),
    external: integer('external'),
  },
  indexes: { product_files_by_product: { columns: ['product_id'] } },
});
