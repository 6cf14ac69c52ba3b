import type { MemorySink } from '../src/testing/memory-sink.ts';

/** What the copy says the shop holds, lane by lane and by key. */
export function readCopy(sink: MemorySink): Record<string, Map<string, unknown>> {
  const alive = (lane: string) =>
    new Map(
      sink
        .read(lane)
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map(({ id, record }) => [`${id}`, record]),
    );
  const amounts = sink.read('stock').flatMap(({ record }) => {
    const { productID, warehouseID, amountInStock, amountReserved } = record as Record<string, number>;
    return amountInStock === 0 && amountReserved === 0
      ? []
      : [[`${productID}/${warehouseID}`, [amountInStock, amountReserved]] as const];
  });
  return {
    warehouses: alive('warehouses'),
    brands: alive('brands'),
    productGroups: alive('productGroups'),
    products: alive('products'),
    stock: new Map(amounts),
  };
}
