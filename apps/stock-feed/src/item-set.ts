const bitsInBlock = 1024;

type Blocks = Map<number, Uint32Array>;

/** A set of items, one bit each: a million neighbouring product IDs take 125 KB, where a `Set` takes 40 MB. */
export class ItemSet {
  readonly #places = new Map<number, Blocks>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param place the warehouse, or 0 for all of them together */
  add(place: number, productID: number): void {
    const blocks = this.#places.get(place) ?? this.#newPlace(place);
    const block = blocks.get(blockOf(productID)) ?? newBlock(blocks, productID);
    const { index, bit } = positionOf(productID);
    const word = block[index] ?? 0;
    if ((word & bit) !== 0) return;
    block[index] = word | bit;
    this.#size++;
  }

  delete(place: number, productID: number): void {
    const block = this.#places.get(place)?.get(blockOf(productID));
    const { index, bit } = positionOf(productID);
    const word = block?.[index] ?? 0;
    if (!block || (word & bit) === 0) return;
    block[index] = word & ~bit;
    this.#size--;
  }

  #newPlace(place: number): Blocks {
    const blocks: Blocks = new Map();
    this.#places.set(place, blocks);
    return blocks;
  }
}

function newBlock(blocks: Blocks, productID: number): Uint32Array {
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
