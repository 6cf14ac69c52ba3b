import { decimal, integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Sizes that products are packed in. Weights and lengths are in the account's units. */
export const productPackages = defineRecordTable({
  lane: 'productPackages',
  name: 'product_packages',
  since: 5,
  columns: {
    product_id: integer('productID'),
    type_id: integer('packageTypeID'),
    type_name: text('packageType'),
    amount: decimal('packageAmount'),
    code: text('packageCode'),
    net_weight: decimal('packageNetWeight'),
    gross_weight: decimal('packageGrossWeight'),
    length: decimal('packageLength'),
    width: decimal('packageWidth'),
    height: decimal('packageHeight'),
  },
  indexes: { product_packages_by_product: { columns: ['product_id'] } },
});
