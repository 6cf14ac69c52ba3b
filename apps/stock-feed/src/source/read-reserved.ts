import type { ErplyClient } from '@erply-kit/client';

import { askAll } from './ask-all.ts';
import { readReservedRow } from './read-answers.ts';
import type { Warehouse } from './stock-source.ts';

/**
 * What is reserved in each warehouse, by product. Erply's `changedSince` goes by the quantity on hand alone, so this is
 * how an order that only reserves is seen: 0.1 units a warehouse.
 */
export async function readReserved(
  client: ErplyClient,
  warehouses: readonly Warehouse[],
  signal: AbortSignal,
): Promise<Map<number, Map<number, number>>> {
  const requests = warehouses.map(({ warehouseID }) => client.getReservedStock.request({ warehouseID }));
  const answers = await askAll(client, requests, signal);
  return new Map(
    warehouses.map((warehouse, index) => [
      warehouse.warehouseID,
      new Map((answers[index]?.records ?? []).map((sent) => readReservedRow(sent, warehouse))),
    ]),
  );
}
