import type { Lane } from './lane.ts';
import { brands } from './lanes/brands.ts';
import { priceListProducts } from './lanes/price-list-products.ts';
import { priceLists } from './lanes/price-lists.ts';
import { priorityGroups } from './lanes/priority-groups.ts';
import { productCategories } from './lanes/product-categories.ts';
import { productFiles } from './lanes/product-files.ts';
import { productGroups } from './lanes/product-groups.ts';
import { productPackages } from './lanes/product-packages.ts';
import { productPictures } from './lanes/product-pictures.ts';
import { productUnits } from './lanes/product-units.ts';
import { products } from './lanes/products.ts';
import { stock } from './lanes/stock.ts';
import { vatRates } from './lanes/vat-rates.ts';
import { warehouses } from './lanes/warehouses.ts';

/** What is copied unless other lanes are named: products with all that describes them, and nothing of people. */
export const defaultLanes: readonly Lane[] = [
  warehouses,
  productGroups,
  productCategories,
  priorityGroups,
  brands,
  productUnits,
  vatRates,
  products,
  stock,
  priceLists,
  priceListProducts,
  productPictures,
  productFiles,
  productPackages,
];
