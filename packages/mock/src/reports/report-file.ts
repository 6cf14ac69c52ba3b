import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Text that is kept together; large enough to deflate well, small enough to be nothing. */
const pieceLength = 128 * 1024;

/**
 * A file in latin1 that is written line by line and read piece by piece, also while it is written. It is kept
 * deflated: stock lists shrink to a tenth, and neither writing nor reading ever has the whole of it in memory.
 */
export class ReportFile {
  readonly #pieces: Uint8Array[] = [];
  /** The piece that is being written; let go when the file is closed. */
  #open = Buffer.allocUnsafe(pieceLength);
  #openLength = 0;
  #writtenBytes = 0;
  #keptBytes = 0;
  #end: 'open' | 'closed' | { readonly error: unknown } = 'open';
  #progress = Promise.withResolvers<void>();

  /** Length of the whole text; `undefined` while it is written. */
  get bytes(): number | undefined {
    return this.#end === 'closed' ? this.#writtenBytes : undefined;
  }

  /** Memory that the file takes. */
  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** Adds a line whose characters are all in latin1. */
  write(line: string): void {
    this.#writtenBytes += line.length + 1;
    for (let from = 0; from < line.length; from += pieceLength)
      this.#add(line.slice(from, from + pieceLength));
    this.#add('\n');
  }

  /** Ends the file: nothing can be written from now on. */
  close(): void {
    this.#endPiece();
    this.#finish('closed');
  }

  /** Ends a file that cannot be written to its end: its readers get the error. */
  fail(error: unknown): void {
    this.#finish({ error });
  }

  /** Waits for the first piece of the text. */
  async begun(): Promise<void> {
    await this.#piece(0);
  }

  /** The text; a piece is read when the reader wants it. */
  read(): ReadableStream<Uint8Array> {
    let next = 0;
    return new ReadableStream({
      pull: async (controller) => {
        const piece = await this.#piece(next);
        next += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(inflateRawSync(piece, { chunkSize: 64 * 1024 }));
      },
    });
  }

  /** A piece, once it is there; `undefined` after the last one. */
  async #piece(index: number): Promise<Uint8Array | undefined> {
    while (this.#end === 'open' && this.#pieces[index] === undefined) await this.#progress.promise;
    if (typeof this.#end === 'object') throw this.#end.error;
    return this.#pieces[index];
  }

  #finish(end: 'closed' | { readonly error: unknown }): void {
    this.#end = end;
    this.#open = Buffer.alloc(0);
    this.#progress.resolve();
  }

  #endPiece(): void {
    if (this.#openLength === 0) return;
    const deflated = deflateRawSync(this.#open.subarray(0, this.#openLength), { level: 1 });
    // What zlib answers is a view of memory much larger than it.
    const piece = Uint8Array.from(deflated);
    this.#pieces.push(piece);
    this.#keptBytes += piece.length;
    this.#openLength = 0;
    this.#progress.resolve();
    this.#progress = Promise.withResolvers();
  }

  #add(text: string): void {
    if (this.#openLength + text.length > pieceLength) this.#endPiece();
    this.#openLength += this.#open.write(text, this.#openLength, 'latin1');
  }
}
