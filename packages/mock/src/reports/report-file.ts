import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Text that is kept together; large enough to deflate well, small enough to be nothing. */
const pieceLength = 128 * 1024;

/**
 * A file in latin1 that is written line by line and read piece by piece. It is kept deflated: stock lists shrink to a
 * tenth, and neither writing nor reading ever has the whole of it in memory.
 */
export class ReportFile {
  readonly #pieces: Uint8Array[] = [];
  /** The piece that is being written; let go when the file is closed. */
  #open = Buffer.allocUnsafe(pieceLength);
  #openLength = 0;
  #bytes = 0;
  #keptBytes = 0;

  /** Length of the whole text. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Memory that the file takes once it is closed. */
  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** Adds a line whose characters are all in latin1. */
  write(line: string): void {
    this.#bytes += line.length + 1;
    for (let from = 0; from < line.length; from += pieceLength)
      this.#add(line.slice(from, from + pieceLength));
    this.#add('\n');
  }

  /** Ends the file: nothing can be written from now on. */
  close(): void {
    this.#endPiece();
    this.#open = Buffer.alloc(0);
  }

  #endPiece(): void {
    if (this.#openLength === 0) return;
    const deflated = deflateRawSync(this.#open.subarray(0, this.#openLength), { level: 1 });
    // What zlib answers is a view of memory much larger than it.
    const piece = Uint8Array.from(deflated);
    this.#pieces.push(piece);
    this.#keptBytes += piece.length;
    this.#openLength = 0;
  }

  #add(text: string): void {
    if (this.#openLength + text.length > pieceLength) this.#endPiece();
    this.#openLength += this.#open.write(text, this.#openLength, 'latin1');
  }

  /** The text; a piece is read when the reader wants it. */
  read(): ReadableStream<Uint8Array> {
    const pieces = this.#pieces;
    let next = 0;
    return new ReadableStream({
      pull(controller) {
        const piece = pieces[next];
        next += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(inflateRawSync(piece, { chunkSize: 64 * 1024 }));
      },
    });
  }
}
