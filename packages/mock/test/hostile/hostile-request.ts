import type { Ending, RawRequest } from '../raw-socket.ts';
import { type Draft, draftOf, type Header } from './hostile-drafts.ts';
import { type Attacker, below, isOneIn, pick, randomBytes } from './hostile-words.ts';

/** A request that no client should send, and what may be expected of its answer. */
export interface HostileRequest extends RawRequest {
  readonly kind: string;
  /** It is whole and the sender stays: there has to be an answer. */
  readonly mustAnswer: boolean;
  /** It goes to the classic API: an answer with 200 has an envelope. */
  readonly isApi: boolean;
  /** The envelope has to be XML. */
  readonly isXml: boolean;
}

const oddHeaders: readonly Header[] = [
  ['Expect', '100-continue'],
  ['Expect', 'x'],
  ['Upgrade', 'websocket'],
  ['Upgrade', 'h2c'],
  ['Accept-Encoding', 'gzip'],
  ['Content-Encoding', 'gzip'],
  ['Origin', 'null'],
  ['Cookie', 'x'.repeat(4000)],
  ['Transfer-Encoding', 'gzip'],
  ['Content-Length', '-1'],
  ['Content-Length', 'x'],
  ['Range', 'bytes=0-'],
  ['X-Long', 'y'.repeat(20_000)],
  ['X', '\x01'],
  ['X y', 'z'],
  ['', 'x'],
  ['Authorization', 'Bearer'],
  ['Access-Control-Request-Method', 'POST'],
  ['Connection', 'upgrade'],
  ['X-Forwarded-For', '\xff'],
];
const hosts: readonly string[] = [
  '100001.erply.com',
  'xabc.erply.com',
  'xabc.localhost:1',
  '<script>',
  '',
  ':',
  'a b',
  '[::1',
  '127.0.0.1:99999',
  'x'.repeat(2000),
  '..',
  '%00',
  'user@host',
  'host/path',
  '\xff',
  '2.1.1.1',
  '9.example',
];

const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

function chunked(attacker: Attacker, body: Buffer, isBroken: boolean): Buffer {
  const half = below(attacker, body.length);
  const pieces = [body.subarray(0, half), body.subarray(half)].filter((piece) => piece.length > 0).map(chunk);
  const end = isBroken
    ? pick(attacker, ['', '0\r\n', 'zz\r\nx\r\n', '-1\r\n\r\n', 'ffffffffffffffff\r\nx', '5;ext=1\r\nab'])
    : '0\r\n\r\n';
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** How the body is announced and sent: rightly, or not. */
function framed(
  attacker: Attacker,
  body: Buffer,
): { readonly headers: Header[]; readonly sent: Buffer; readonly isWhole: boolean } {
  const length = (bytes: number): Header => ['Content-Length', String(bytes)];
  switch (below(attacker, 24)) {
    case 0:
    case 1:
      return {
        headers: [['Transfer-Encoding', 'chunked']],
        sent: chunked(attacker, body, false),
        isWhole: true,
      };
    case 2:
      return {
        headers: [['Transfer-Encoding', 'chunked']],
        sent: chunked(attacker, body, true),
        isWhole: false,
      };
    case 3:
      return { headers: [length(below(attacker, body.length + 1))], sent: body, isWhole: false };
    case 4:
      return { headers: [length(body.length + 1 + below(attacker, 1e8))], sent: body, isWhole: false };
    case 5: {
      const both: Header[] = [length(body.length), ['Transfer-Encoding', 'chunked']];
      return {
        headers: isOneIn(attacker, 2) ? both : [length(body.length), length(1)],
        sent: body,
        isWhole: false,
      };
    }
    default:
      return { headers: [length(body.length)], sent: body, isWhole: true };
  }
}

interface Frame {
  readonly bytes: Buffer;
  /** The server can know where the request ends. */
  readonly isWhole: boolean;
}

function frameOf(attacker: Attacker, draft: Draft): Frame {
  const { method = 'POST', path = '/api/', version = 'HTTP/1.1', headers = [], body } = draft;
  const framing =
    body === undefined ? { headers: [], sent: Buffer.alloc(0), isWhole: true } : framed(attacker, body);
  const isOdd = draft.isXml !== true && isOneIn(attacker, 8);
  const own: Header[] = [['Host', isOdd ? pick(attacker, hosts) : '127.0.0.1']];
  const all: Header[] = [
    ...(isOdd && isOneIn(attacker, 6) ? [] : own),
    ...headers,
    ...framing.headers,
    ...(isOdd ? [pick(attacker, oddHeaders)] : []),
    ...(isOneIn(attacker, 2) ? [['Connection', 'close'] as const] : []),
  ];
  const isOld = isOdd && isOneIn(attacker, 4);
  const line = `${method} ${path} ${isOld ? pick(attacker, ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'x']) : version}`;
  const head = [line, ...all.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return {
    bytes: Buffer.concat([Buffer.from(head, 'latin1'), framing.sent]),
    isWhole: framing.isWhole && !isOdd,
  };
}

/** Cuts, changes or doubles some of the bytes. */
function mutated(attacker: Attacker, bytes: Buffer): Buffer {
  const at = below(attacker, bytes.length);
  switch (below(attacker, 4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes, bytes]);
    case 2:
      return Buffer.concat([
        bytes.subarray(0, at),
        randomBytes(attacker, 1 + below(attacker, 8)),
        bytes.subarray(at),
      ]);
    default: {
      const changed = Buffer.from(bytes);
      for (let count = 1 + below(attacker, 8); count > 0; count -= 1)
        changed[below(attacker, changed.length)] = below(attacker, 256);
      return changed;
    }
  }
}

/** One who is not waited for leaves; who has not said all of it cannot wait for an answer. */
function endingOf(attacker: Attacker, isWhole: boolean): Ending {
  if (!isOneIn(attacker, 10)) return isWhole ? 'wait' : 'halfClose';
  return isWhole && isOneIn(attacker, 2) ? 'leaveAtAnswer' : 'leave';
}

/** The next request of an attack. */
export function hostileRequest(attacker: Attacker): HostileRequest {
  const draft = draftOf(attacker);
  const { bytes, isWhole } = frameOf(attacker, draft);
  const { kind, method = 'POST', path = '/api/', isXml = false } = draft;
  const isToApi = /^\/api\/?(\?|$)/.test(path) && ['GET', 'POST'].includes(method);
  // A changed path of the control API could name an account that nobody has logged in to.
  const isMutated = !isXml && kind !== 'control' && isOneIn(attacker, 12);
  const ending = endingOf(attacker, isWhole && !isMutated);
  return {
    kind,
    bytes: isMutated ? mutated(attacker, bytes) : bytes,
    ending,
    // Of a body above the limit the server closes the connection, which can cost its answer.
    mustAnswer: isToApi && ending === 'wait' && bytes.length < 8_000_000,
    isApi: isToApi && !isMutated,
    isXml: isXml && ending === 'wait',
  };
}
