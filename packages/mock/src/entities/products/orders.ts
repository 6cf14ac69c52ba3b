import { byNumber, byText, type Order } from '../../query/order.ts';

/** Erply's orders of products. */
export const productOrders = {
  name: byText('name'),
  code: byText('code'),
  productID: byNumber('productID'),
  price: byNumber('price'),
  parentProductID: byNumber('parentProductID'),
  changed: byNumber('lastModified'),
  added: byNumber('added'),
} as const satisfies Readonly<Record<string, Order>>;
