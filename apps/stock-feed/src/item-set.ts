const bitsInBlock = 1024;

interface Place {
  readonly blocks: Map<number, Uint32Array>;
  size: number;
}

/** A set of items, one bit each: a million neighbouring product IDs take 125 KB, where a `Set` takes 40 MB. */
export class ItemSet {
  readonly #places = new Map<number, Place>();

  /** The places that items were added to, with the number of items that each has now. */
  sizes(): Map<number, number> {
    return new Map([...this.#places].map(([id, { size }]) => [id, size]));
  }

  /**
   * Adds an item, and says whether it was not there.
   *
   * @param id the warehouse, or 0 for all of them together
   */
  add(id: number, productID: number): boolean {
    const place = this.#places.get(id) ?? this.#newPlace(id);
    const block = place.blocks.get(blockOf(productID)) ?? newBlock(place, productID);
    const { index, bit } = positionOf(productID);
    const word = block[index] ?? 0;
    if ((word & bit) !== 0) return false;
    block[index] = word | bit;
    place.size++;
    return true;
  }

  delete(id: number, productID: number): void {
    const place = this.#places.get(id);
    if (place) deleteIn(place, productID);
  }

  /** Deletes a product from every place. */
  deleteEverywhere(productID: number): void {
    for (const place of this.#places.values()) deleteIn(place, productID);
  }

  #newPlace(id: number): Place {
    const place: Place = { blocks: new Map(), size: 0 };
    this.#places.set(id, place);
    return place;
  }
}

function deleteIn(place: Place, productID: number): void {
  const block = place.blocks.get(blockOf(productID));
  const { index, bit } = positionOf(productID);
  const word = block?.[index] ?? 0;
  if (!block || (word & bit) === 0) return;
  block[index] = word & ~bit;
  place.size--;
}

function newBlock({ blocks }: Place, productID: number): Uint32Array {
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
