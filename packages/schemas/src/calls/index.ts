export * from './warehouses/get-warehouses.ts';
