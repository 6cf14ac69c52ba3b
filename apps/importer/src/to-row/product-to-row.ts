import { decimal, integer, optionalInteger, text } from './read-field.ts';
import type { RecordTable } from './record-table.ts';

/** Products as rows of the table `products`. */
export const productToRow: RecordTable = {
  table: 'products',
  columns: {
    type: text('type'),
    status: text('status'),
    active: integer('active'),
    code: text('code'),
    code2: text('code2'),
    name: text('name'),
    group_id: integer('groupID'),
    category_id: integer('categoryID'),
    brand_id: integer('brandID'),
    supplier_id: integer('supplierID'),
    unit_id: integer('unitID'),
    vatrate_id: integer('vatrateID'),
    parent_product_id: optionalInteger('parentProductID'),
    price: decimal('price'),
    price_with_vat: decimal('priceWithVat'),
    cost: decimal('cost'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
};
