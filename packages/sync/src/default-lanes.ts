import type { Lane } from './lane.ts';
import { brands } from './lanes/brands.ts';
import { productGroups } from './lanes/product-groups.ts';
import { products } from './lanes/products.ts';
import { stock } from './lanes/stock.ts';
import { warehouses } from './lanes/warehouses.ts';

/** Every lane there is. */
export const allLanes: readonly Lane[] = [warehouses, productGroups, brands, products, stock];
