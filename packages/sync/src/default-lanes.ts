import type { Lane } from './lane.ts';
import { brands } from './lanes/brands.ts';
import { productGroups } from './lanes/product-groups.ts';
import { products } from './lanes/products.ts';
import { stock } from './lanes/stock.ts';
import { warehouses } from './lanes/warehouses.ts';

/** What is copied unless other lanes are named: nothing of it is personal data. */
export const defaultLanes: readonly Lane[] = [warehouses, productGroups, brands, products, stock];
