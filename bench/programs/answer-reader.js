/** So many bytes of a body are kept: its first record stands within them. */
const headBytes = 4096;

/** Reads HTTP answers out of bytes as they come, one after another, and reports of each what load wants to know. */
export class AnswerReader {
  #part = 'head';
  #text = '';
  /** Bytes of the body, or of its chunk, that are still to come. */
  #left = 0;
  #answer;
  #onAnswer;

  /** `onAnswer` gets `{ status, bytes, head }`: the bytes of the body, and the first of them as text. */
  constructor(onAnswer) {
    this.#onAnswer = onAnswer;
  }

  /** Takes the next bytes. Throws when they are not an HTTP answer. */
  read(bytes) {
    let rest = bytes;
    while (rest.length > 0) rest = this.#isText() ? this.#readText(rest) : this.#readBody(rest);
  }

  #isText() {
    return this.#part === 'head' || this.#part === 'size' || this.#part === 'last';
  }

  /** Takes the bytes of a head, or of a line between chunks, and answers what comes behind it. */
  #readText(bytes) {
    const mark = this.#part === 'head' ? '\r\n\r\n' : '\r\n';
    const before = this.#text.length;
    this.#text += bytes.toString('latin1');
    const end = this.#text.indexOf(mark, Math.max(0, before - mark.length));
    if (end === -1) return bytes.subarray(bytes.length);
    const whole = this.#text.slice(0, end);
    this.#text = '';
    if (this.#part === 'head') this.#begin(whole);
    else if (this.#part === 'size') this.#beginChunk(whole);
    else this.#end();
    return bytes.subarray(end + mark.length - before);
  }

  #begin(head) {
    this.#answer = { status: Number(head.slice(9, 12)), bytes: 0, head: '' };
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      if (!/\r\ntransfer-encoding: *chunked/i.test(head)) throw new Error('an answer has no length');
      this.#part = 'size';
      return;
    }
    this.#left = Number(length);
    this.#part = 'body';
    if (this.#left === 0) this.#end();
  }

  /** The line before a chunk has its length; a line with nothing in it ends the chunk before, and another one the last. */
  #beginChunk(line) {
    if (line === '') return;
    this.#left = Number.parseInt(line, 16);
    this.#part = this.#left === 0 ? 'last' : 'chunk';
  }

  #readBody(bytes) {
    const taken = bytes.subarray(0, this.#left);
    if (this.#answer.head.length < headBytes) this.#answer.head += taken.toString('latin1', 0, headBytes);
    this.#answer.bytes += taken.length;
    this.#left -= taken.length;
    if (this.#left === 0) {
      if (this.#part === 'body') this.#end();
      else this.#part = 'size';
    }
    return bytes.subarray(taken.length);
  }

  #end() {
    this.#part = 'head';
    this.#onAnswer(this.#answer);
  }
}
