export * from './inventory-registrations/behaviour.ts';
export * from './inventory-transfers/behaviour.ts';
export * from './inventory-write-offs/behaviour.ts';
export * from './price-lists/behaviour.ts';
export * from './product-groups/behaviour.ts';
export * from './products/behaviour.ts';
export * from './supplier-groups/behaviour.ts';
export * from './vat-rates/behaviour.ts';
