import { decimal, integer, optionalInteger } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Net prices of products in price lists; `amount` is the least that a price is for, where the account has such. */
export const priceListProducts = defineRecordTable({
  lane: 'priceListProducts',
  name: 'price_list_products',
  since: 5,
  columns: {
    price_list_id: integer('priceListID'),
    product_id: integer('productID'),
    price: decimal('price'),
    amount: optionalInteger('amount'),
  },
  indexes: {
    price_list_products_by_list: { columns: ['price_list_id'] },
    price_list_products_by_product: { columns: ['product_id'] },
  },
});
