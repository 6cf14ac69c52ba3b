import type { Lane } from '../src/lane.ts';
import { brands } from '../src/lanes/brands.ts';
import { productGroups } from '../src/lanes/product-groups.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { warehouses } from '../src/lanes/warehouses.ts';

/** One lane of each sort: those that `readShop` and `readCopy` know. */
export const mainLanes: readonly Lane[] = [warehouses, productGroups, brands, products, stock];
