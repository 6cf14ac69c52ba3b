import { type AsciiList, joinAscii } from './ascii.ts';
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

const textOf = (document: AsciiList) => joinAscii(document, Buffer.allocUnsafe).toString('latin1');
const xmlOf = (json: string) => xmlFields(parseForXml(json));

/** The pieces of a bulk answer, each written when the one before has gone out: it may be twenty megabytes. */
function* jsonPieces(bulk: Extract<ApiDocument, { kind: 'bulk' }>): Generator<Buffer> {
  yield Buffer.from(bulk.head, 'latin1');
  for (const [index, document] of bulk.documents.entries()) {
    const head = index === 0 ? document.head : `,${document.head}`;
    yield joinAscii({ ...document, head }, Buffer.allocUnsafeSlow);
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
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Writes an answer. `allocate` gives the memory for one that is sent in one piece. */
export function answerBody(answer: ApiDocument, format: Format, allocate: Allocate): AnswerBody {
  if (answer.kind === 'single') {
    return inOnePiece(
      format === 'XML'
        ? Buffer.from(xmlHead + xmlOf(textOf(answer.document)) + xmlTail)
        : joinAscii(answer.document, allocate),
    );
  }
  const records = answer.documents.reduce((sum, { parts }) => sum + parts.length, 0);
  const pieces = format === 'XML' ? xmlPieces(answer) : jsonPieces(answer);
  return records > manyRecords ? { content: streamOf(pieces) } : inOnePiece(Buffer.concat([...pieces]));
}

const inOnePiece = (content: Buffer): AnswerBody => ({
  content: content as Uint8Array as Uint8Array<ArrayBuffer>,
  bytes: content.length,
});
