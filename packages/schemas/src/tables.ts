export * from './calls/brands/brands.ts';
export * from './calls/product-categories/product-categories.ts';
export * from './calls/product-groups/product-groups.ts';
export * from './calls/product-units/product-units.ts';
export * from './calls/products/products.ts';
export * from './calls/suppliers/suppliers.ts';
export * from './calls/vat-rates/vat-rates.ts';
export * from './calls/warehouses/warehouses.ts';
