const bitsInBlock = 1024;

interface WarehouseItems {
  readonly blocks: Map<number, Uint32Array>;
  size: number;
}

/** A set of items, one bit each: a million neighbouring product IDs take 125 KB, where a `Set` takes 40 MB. */
export class ItemSet {
  readonly #warehouses = new Map<number, WarehouseItems>();

  /** The warehouses that items were added to, with the number of items that each has now. */
  sizes(): Map<number, number> {
    return new Map([...this.#warehouses].map(([id, { size }]) => [id, size]));
  }

  /**
   * Adds an item, and says whether it was not there.
   *
   * @param id the warehouse, or 0 for all of them together
   */
  add(id: number, productID: number): boolean {
    const warehouse = this.#warehouses.get(id) ?? this.#addWarehouse(id);
    const block = warehouse.blocks.get(blockOf(productID)) ?? newBlock(warehouse, productID);
    const { index, bit } = positionOf(productID);
    const word = block[index] ?? 0;
    if ((word & bit) !== 0) return false;
    block[index] = word | bit;
    warehouse.size++;
    return true;
  }

  delete(id: number, productID: number): void {
    const warehouse = this.#warehouses.get(id);
    if (warehouse) deleteIn(warehouse, productID);
  }

  /** Deletes a product from every warehouse. */
  deleteEverywhere(productID: number): void {
    for (const warehouse of this.#warehouses.values()) deleteIn(warehouse, productID);
  }

  #addWarehouse(id: number): WarehouseItems {
    const warehouse: WarehouseItems = { blocks: new Map(), size: 0 };
    this.#warehouses.set(id, warehouse);
    return warehouse;
  }
}

function deleteIn(warehouse: WarehouseItems, productID: number): void {
  const block = warehouse.blocks.get(blockOf(productID));
  const { index, bit } = positionOf(productID);
  const word = block?.[index] ?? 0;
  if (!block || (word & bit) === 0) return;
  block[index] = word & ~bit;
  warehouse.size--;
}

function newBlock({ blocks }: WarehouseItems, productID: number): Uint32Array {
  const block = new Uint32Array(bitsInBlock / 32);
  blocks.set(blockOf(productID), block);
  return block;
}

function blockOf(productID: number): number {
  return Math.floor(productID / bitsInBlock);
}

function positionOf(productID: number): { index: number; bit: number } {
  const inBlock = productID % bitsInBlock;
  return { index: inBlock >>> 5, bit: 1 << (inBlock & 31) };
}
