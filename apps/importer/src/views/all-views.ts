import { availableStock } from './available-stock.ts';
import { changesOfLastDay, deletedRecords } from './record-changes.ts';
import { sellableProducts } from './sellable-products.ts';
import type { View } from './view.ts';

/** Every view of the database. */
export const allViews: readonly View[] = [sellableProducts, availableStock, changesOfLastDay, deletedRecords];
