export * from './calls/warehouses/warehouses.ts';
