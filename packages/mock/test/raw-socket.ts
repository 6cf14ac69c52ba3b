import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a client does once it has sent everything: it waits for the answer, says that it sends nothing more, goes
 * away, or goes away at the first byte of the answer.
 */
export type Ending = 'wait' | 'halfClose' | 'leave' | 'leaveAtAnswer';

/** Bytes to send as they are, and how. */
export interface RawRequest {
  readonly bytes: Buffer;
  readonly ending: Ending;
  /** Milliseconds between pieces, for a client that is slow. */
  readonly pauseMs?: number;
}

/** An answer whose end has come. */
export interface RawAnswer {
  readonly statusLine: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** What became of a request. `closed`: the server ended the connection before a whole answer had come. */
export type Exchange =
  | { readonly outcome: 'answered'; readonly answer: RawAnswer }
  | { readonly outcome: 'closed'; readonly received: Buffer }
  | { readonly outcome: 'left' }
  | { readonly outcome: 'hung' };

const emptyStatuses = new Set([204, 304]);

function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line): [string, string] => {
      const colonAt = line.indexOf(':');
      return [line.slice(0, colonAt).toLowerCase(), line.slice(colonAt + 1).trim()];
    }),
  );
}

/** The pieces of a chunked body put together, or `undefined` while there are more to come. */
function dechunked(body: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  let at = 0;
  while (true) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (body.length < end + 2) return undefined;
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(body.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

function bodyOf(
  head: { readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly isHead: boolean },
  rest: { readonly bytes: Buffer; readonly isOver: boolean },
): Buffer | undefined {
  if (head.isHead || emptyStatuses.has(head.status)) return Buffer.alloc(0);
  if (head.headers.get('transfer-encoding') === 'chunked') return dechunked(rest.bytes);
  const length = head.headers.get('content-length');
  if (length === undefined) return rest.isOver ? rest.bytes : undefined;
  return rest.bytes.length >= Number(length) ? rest.bytes.subarray(0, Number(length)) : undefined;
}

/** Reads the first answer that is not preliminary, or `undefined` while it is not whole. */
function readAnswer(
  received: Buffer,
  context: { readonly isHead: boolean; readonly isOver: boolean },
): RawAnswer | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, headEnd).split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  const bytes = received.subarray(headEnd + 4);
  if (status >= 100 && status < 200) return readAnswer(bytes, context);
  const headers = headersOf(lines);
  const body = bodyOf({ status, headers, isHead: context.isHead }, { bytes, isOver: context.isOver });
  return body === undefined ? undefined : { statusLine, status, headers, body };
}

/** Sends in up to eight pieces with a pause after each but the last; at once without a pause. */
async function send(socket: Socket, request: RawRequest): Promise<void> {
  const { bytes, pauseMs } = request;
  const size = pauseMs === undefined ? bytes.length : Math.ceil(bytes.length / 8);
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    if (at > 0 && pauseMs !== undefined) await sleep(pauseMs);
    socket.write(bytes.subarray(at, at + size));
  }
}

/** Sends a request on a connection of its own and tells what came of it, `hung` when nothing did in time. */
export function exchange(port: number, request: RawRequest, withinMs: number): Promise<Exchange> {
  const isHead = request.bytes.subarray(0, 5).toString('latin1') === 'HEAD ';
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const end = (result: Exchange) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => end({ outcome: 'hung' }), withinMs);
    const read = (isOver: boolean) => {
      const received = Buffer.concat(chunks, bytes);
      const answer = readAnswer(received, { isHead, isOver });
      if (answer !== undefined) end({ outcome: 'answered', answer });
      else if (isOver) end({ outcome: 'closed', received });
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (request.ending === 'leaveAtAnswer') end({ outcome: 'left' });
      else read(false);
    });
    // What is wrong with the connection shows in what has come.
    socket.on('error', () => {});
    socket.on('close', () => read(true));
    socket.on('connect', async () => {
      await send(socket, request);
      if (request.ending === 'halfClose') socket.end();
      if (request.ending === 'leave') socket.end(() => end({ outcome: 'left' }));
    });
  });
}
