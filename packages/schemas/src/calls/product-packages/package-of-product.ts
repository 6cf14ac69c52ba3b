import { defineRecord } from '../../define-record.ts';
import { integer } from '../../wire/integer.ts';
import { productPackage } from '../products/product-package.ts';

/** A package together with the product that it is of: getProducts shows it inside the product, without the ID. */
export const packageOfProduct = defineRecord(() => ({
  ...productPackage().shape,
  /** The product. */
  productID: integer,
}));
