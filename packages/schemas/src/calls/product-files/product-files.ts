import { defineTable } from '../../define-table.ts';
import { listedProductFile } from './listed-product-file.ts';

/** Files of products. Deletions are not logged. */
export const productFiles = defineTable({
  name: 'productFiles',
  key: 'productFileID',
  record: listedProductFile,
  joins: { typeName: { table: 'productFileTypes', by: 'typeID', field: 'name' } },
  parents: { productID: 'products' },
  saveNames: { fileTypeID: 'typeID' },
  logged: false,
  timestamps: true,
});
