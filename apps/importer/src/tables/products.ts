import { decimal, integer, optionalInteger, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Product cards of every type and status. */
export const products = defineRecordTable({
  lane: 'products',
  name: 'products',
  since: 1,
  owns: [
    { table: 'price_list_products', by: 'product_id' },
    { table: 'product_pictures', by: 'product_id' },
    { table: 'product_files', by: 'product_id' },
    { table: 'product_packages', by: 'product_id' },
  ],
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
    priority_group_id: { ...integer('priorityGroupID'), since: 5 },
    parent_product_id: optionalInteger('parentProductID'),
    price: decimal('price'),
    price_with_vat: decimal('priceWithVat'),
    cost: decimal('cost'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
  indexes: {
    products_by_code: { columns: ['code'] },
    products_by_code2: { columns: ['code2'] },
    products_by_group: { columns: ['group_id'] },
  },
});
