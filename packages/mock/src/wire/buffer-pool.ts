/** Gives memory for an answer of so many bytes. */
export type Allocate = (bytes: number) => Buffer;

/** Smaller answers are not worth keeping memory for. */
const leastBytes = 16 * 1024;
const maxKeptBytes = 64 * 1024 * 1024;

const sizeFor = (bytes: number) => 2 ** Math.ceil(Math.log2(bytes));

/**
 * Memory of answers that have been sent, for the next ones. A page of 100 products is 190 KB: taking that from the
 * system and giving it back costs as much as filling it.
 */
export class BufferPool {
  readonly #kept = new Map<number, Buffer[]>();
  #keptBytes = 0;

  /** Memory for the parts of one answer; `whenSent` takes what is to be called when nobody reads it any more. */
  lease(whenSent: (giveBack: () => void) => void): Allocate {
    const used: Buffer[] = [];
    return (bytes) => {
      if (bytes < leastBytes) return Buffer.allocUnsafe(bytes);
      const buffer = this.#take(sizeFor(bytes));
      if (used.length === 0) whenSent(() => this.#keepAll(used.splice(0)));
      used.push(buffer);
      return buffer.subarray(0, bytes);
    };
  }

  #take(size: number): Buffer {
    const kept = this.#kept.get(size)?.pop();
    if (kept === undefined) return Buffer.allocUnsafeSlow(size);
    this.#keptBytes -= size;
    return kept;
  }

  #keepAll(buffers: readonly Buffer[]): void {
    for (const buffer of buffers) this.#keep(buffer);
  }

  #keep(buffer: Buffer): void {
    const size = buffer.length;
    if (this.#keptBytes + size > maxKeptBytes) return;
    this.#keptBytes += size;
    const kept = this.#kept.get(size);
    if (kept === undefined) this.#kept.set(size, [buffer]);
    else kept.push(buffer);
  }
}
