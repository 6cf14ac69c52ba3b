import { setImmediate as turn } from 'node:timers/promises';

import { type AsciiList, encode, joinAscii } from './ascii.ts';
import type { Allocate } from './buffer-pool.ts';
import { parseForXml, xmlFields, xmlHead, xmlTail } from './xml.ts';

/** The format that an answer is written in. CSV is a link inside a JSON answer. */
export type Format = 'JSON' | 'XML';

/** An answer that is not written yet: one document, or those of a bulk request with what stands around them. */
export type ApiDocument =
  | { readonly kind: 'single'; readonly document: AsciiList }
  | {
      readonly kind: 'bulk';
      readonly head: string;
      readonly documents: readonly AsciiList[];
      readonly tail: string;
    };

/** What is sent, and how long it is where that is known before it is written. */
export interface AnswerBody {
  readonly content: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly bytes?: number;
}

/** Bulk answers of more records go out as they are written. */
const manyRecords = 200;

/** The largest page of any call. Longer lists, of calls that know no pages, go out as they are written. */
const largestPage = 1000;

/** Records of such a list that are written at once. */
const pieceRecords = 200;

const textOf = (document: AsciiList) => joinAscii(document, Buffer.allocUnsafe).toString('latin1');
const xmlOf = (json: string) => xmlFields(parseForXml(json));

/** The pieces of a long list. */
function* listPieces({ head, parts, tail }: AsciiList): Generator<Buffer> {
  for (let from = 0; from < parts.length; from += pieceRecords) {
    const to = Math.min(parts.length, from + pieceRecords);
    const piece = {
      head: from === 0 ? head : ',',
      parts: encode(parts, from, to),
      tail: to === parts.length ? tail : '',
    };
    yield joinAscii(piece, Buffer.allocUnsafeSlow);
  }
}

/** The pieces of a bulk answer, each written when the one before has gone out: it may be twenty megabytes. */
function* jsonPieces(bulk: Extract<ApiDocument, { kind: 'bulk' }>): Generator<Buffer> {
  yield Buffer.from(bulk.head, 'latin1');
  for (const [index, document] of bulk.documents.entries()) {
    const inList = index === 0 ? document : { ...document, head: `,${document.head}` };
    if (document.parts.length > largestPage) yield* listPieces(inList);
    else yield joinAscii(inList, Buffer.allocUnsafeSlow);
  }
  yield Buffer.from(bulk.tail, 'latin1');
}

function* xmlPieces(bulk: Extract<ApiDocument, { kind: 'bulk' }>): Generator<Buffer> {
  const status = xmlOf(bulk.head + bulk.tail);
  if (bulk.documents.length === 0) return yield Buffer.from(xmlHead + status + xmlTail);
  yield Buffer.from(`${xmlHead}${status.replace(/<requests\/>$/, '<requests>')}`);
  for (const document of bulk.documents) yield Buffer.from(`<item>${xmlOf(textOf(document))}</item>`);
  yield Buffer.from(`</requests>${xmlTail}`);
}

function streamOf(pieces: Iterator<Buffer>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      // Other requests have their turn between two pieces.
      await turn();
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Writes an answer. `allocate` gives the memory for one that is sent in one piece. */
export function answerBody(answer: ApiDocument, format: Format, allocate: Allocate): AnswerBody {
  if (answer.kind === 'single') {
    const { document } = answer;
    if (format === 'XML') return inOnePiece(Buffer.from(xmlHead + xmlOf(textOf(document)) + xmlTail));
    if (document.parts.length > largestPage) return { content: streamOf(listPieces(document)) };
    return inOnePiece(joinAscii(document, allocate));
  }
  const records = answer.documents.reduce((sum, { parts }) => sum + parts.length, 0);
  const pieces = format === 'XML' ? xmlPieces(answer) : jsonPieces(answer);
  return records > manyRecords ? { content: streamOf(pieces) } : inOnePiece(Buffer.concat([...pieces]));
}

const inOnePiece = (content: Buffer): AnswerBody => ({
  content: content as Uint8Array as Uint8Array<ArrayBuffer>,
  bytes: content.length,
});
