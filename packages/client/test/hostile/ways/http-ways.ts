import { deflateSync, gzipSync } from 'node:zlib';

import { faults } from '../faults.ts';
import { headerEcho } from '../good-server.ts';
import { proper } from '../raw-server.ts';
import { type Connection, type Fault, useNames, type Way, whens } from '../way.ts';
import { hold, pour } from './connection-ways.ts';

type Answer = (connection: Connection) => void;

const way = (name: string, fault: Fault, write: Answer): Way => ({
  where: 'http',
  uses: useNames,
  whens,
  name,
  fault,
  write,
});

/** An answer with other headers, or another body. */
const answer = (head: string, text: string | Buffer) =>
  `${head}\r\nconnection: close\r\n\r\n${text.toString('latin1')}`;
const send =
  (head: string, text?: string | Buffer): Answer =>
  ({ socket, body }) =>
    socket.end(Buffer.from(answer(head, text ?? Buffer.from(body)), 'latin1'));
const sized =
  (head: string, text: (body: string) => string | Buffer): Answer =>
  ({ socket, body }) => {
    const content = Buffer.from(text(body) as string);
    socket.end(Buffer.from(answer(`${head}\r\ncontent-length: ${content.length}`, content), 'latin1'));
  };
const ok = 'HTTP/1.1 200 OK';

/** What each status means where the body is not Erply's. */
function faultOf(status: number): Fault {
  if (status >= 500 || status === 408) return faults.serverError;
  if (status === 429) return faults.tooManyRequests;
  return status >= 300 ? faults.refused : faults.senseless;
}

const statuses = [
  201, 202, 203, 206, 226, 300, 301, 302, 303, 305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408,
  409, 410, 411, 413, 414, 415, 418, 421, 422, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504,
  505, 507, 508, 511, 520, 521, 522, 523, 524, 525, 526, 530, 599, 600, 799, 999,
];

const statusWays = statuses.map((status) =>
  way(
    `HTTP ${status}`,
    faultOf(status),
    sized(
      `HTTP/1.1 ${status} ${headerEcho}\r\nlocation: https://evil.example/${encodeURIComponent(headerEcho)}\r\nx-key: ${headerEcho}`,
      () => `<h1>${headerEcho}</h1>`,
    ),
  ),
);

/** Statuses and headers that do not matter, because the body is Erply's. */
const harmless = [
  way(
    'HTTP 500 with a proper answer',
    faults.none,
    sized('HTTP/1.1 500 Oops', (body) => body),
  ),
  way(
    'HTTP 404 with a proper answer',
    faults.none,
    sized('HTTP/1.1 404 Oops', (body) => body),
  ),
  way(
    'HTTP 302 with a proper answer',
    faults.none,
    sized('HTTP/1.1 302 Found\r\nlocation: /', (body) => body),
  ),
  way(
    'HTTP 206 with a proper answer',
    faults.none,
    sized('HTTP/1.1 206 Partial Content', (body) => body),
  ),
  way(
    'a status line without words',
    faults.none,
    sized('HTTP/1.1 200', (body) => body),
  ),
  way(
    'a status line with an escape',
    faults.none,
    sized(`HTTP/1.1 200 ${headerEcho}\u001b[2J`, (body) => body),
  ),
  way(
    'HTTP/1.0',
    faults.none,
    sized('HTTP/1.0 200 OK', (body) => body),
  ),
  way('no length, and an end', faults.none, send(ok)),
  way(
    'a Content-Type of HTML',
    faults.none,
    sized(`${ok}\r\ncontent-type: text/html; charset=utf-16`, (body) => body),
  ),
  way(
    'a coding that does not exist',
    faults.none,
    sized(`${ok}\r\ncontent-encoding: identity`, (body) => body),
  ),
  way('early hints before the answer', faults.none, ({ socket, body }) =>
    socket.end(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${proper(body)}`),
  ),
  way(
    'a cookie with secrets',
    faults.none,
    sized(`${ok}\r\nset-cookie: key=${headerEcho}`, (body) => body),
  ),
  way(
    '100 headers',
    faults.none,
    sized(`${ok}${Array.from({ length: 100 }, (_, n) => `\r\nx-${n}: y`).join('')}`, (body) => body),
  ),
];

const chunked =
  (text: (body: string) => string): Answer =>
  ({ socket, body }) =>
    socket.end(Buffer.from(answer(`${ok}\r\ntransfer-encoding: chunked`, Buffer.from(text(body))), 'latin1'));
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

const chunks = [
  way(
    'proper chunks',
    faults.none,
    chunked((body) => `${chunk(body)}0\r\n\r\n`),
  ),
  way(
    'chunks with extensions and trailers',
    faults.none,
    chunked((body) => `${chunk(body).replace('\r\n', ';x="y"\r\n')}0\r\nx-key: y\r\n\r\n`),
  ),
  way(
    'a chunk whose length is not a number',
    faults.lost,
    chunked((body) => chunk(body).replace(/^\w+/, 'xyz')),
  ),
  way(
    'a chunk whose length is a password',
    faults.lost,
    chunked(() => `${headerEcho}\r\n`),
  ),
  way(
    'a chunk of a length below 0',
    faults.lost,
    chunked((body) => `-${chunk(body)}`),
  ),
  way(
    'a chunk of 2^64 bytes',
    faults.lost,
    chunked((body) => chunk(body).replace(/^\w+/, 'ffffffffffffffffff')),
  ),
  way(
    'a chunk without its line end',
    faults.lost,
    chunked((body) => `${chunk(body).slice(0, -2)}0\r\n\r\n`),
  ),
  way(
    'a chunk that is longer than it says',
    faults.lost,
    chunked((body) => chunk(body).replace(/^\w+/, '5')),
  ),
  way(
    'a chunk that is shorter than it says',
    faults.lost,
    chunked((body) => chunk(body).replace(/^\w+/, 'fffff')),
  ),
  way(
    'no last chunk',
    faults.lost,
    chunked((body) => chunk(body)),
  ),
  way('no last chunk, and no end', faults.silent, (connection) =>
    hold(connection, answer(`${ok}\r\ntransfer-encoding: chunked`, chunk(connection.body))),
  ),
  way('an endless chunk extension', faults.silent, (connection) => {
    connection.socket.write(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n5;`);
    pour(connection.socket, 'x', 200_000);
    hold(connection);
  }),
  way('endless trailers', faults.lost, ({ socket, body }) => {
    socket.write(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n${chunk(body)}0\r\n`);
    pour(socket, 'x: y\r\n');
  }),
  way('endless chunks', faults.tooLarge, ({ socket }) => {
    socket.write(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n`);
    pour(socket, chunk('x'.repeat(4096)));
  }),
  way('endless empty text', faults.tooLarge, ({ socket }) => {
    socket.write(`${ok}\r\ntransfer-encoding: chunked\r\n\r\n`);
    pour(socket, chunk(' '));
  }),
];

const framing = [
  way('no version', faults.lost, send('HTTP 200 OK')),
  way('a version that does not exist', faults.lost, send('HTTP/9.9 200 OK')),
  way('a status of two digits', faults.lost, send('HTTP/1.1 20 OK')),
  way('a status that is a word', faults.lost, send(`HTTP/1.1 ${headerEcho}`)),
  way('a header without a colon', faults.lost, send(`${ok}\r\n${headerEcho}`)),
  way('a header name with a blank', faults.lost, send(`${ok}\r\nx y: z`)),
  way('a header with an escape', faults.lost, send(`${ok}\r\nx: ${headerEcho}\u001b[2J`)),
  way('a header with NUL', faults.lost, send(`${ok}\r\nx: \0`)),
  way('two lengths', faults.lost, send(`${ok}\r\ncontent-length: 5\r\ncontent-length: 6`)),
  way('a length and chunks', faults.lost, send(`${ok}\r\ncontent-length: 5\r\ntransfer-encoding: chunked`)),
  way('a length below 0', faults.lost, send(`${ok}\r\ncontent-length: -5`)),
  way('a length that is a password', faults.lost, send(`${ok}\r\ncontent-length: ${headerEcho}`)),
  way('a length beyond 2^64', faults.lost, send(`${ok}\r\ncontent-length: 99999999999999999999999`)),
  way('a length that is too large', faults.lost, send(`${ok}\r\ncontent-length: 99999`)),
  way('a length that is too small', faults.senseless, send(`${ok}\r\ncontent-length: 9`)),
  way('a length of 0', faults.senseless, send(`${ok}\r\ncontent-length: 0`)),
  way('HTTP 204', faults.senseless, send('HTTP/1.1 204 No Content')),
  way('HTTP 304', faults.refused, send('HTTP/1.1 304 Not Modified')),
  way('HTTP 101', faults.lost, send('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade')),
  way('HTTP 000', faults.lost, send('HTTP/1.1 000 Zero')),
  way('endless headers', faults.lost, ({ socket }) => {
    socket.write(`${ok}\r\n`);
    pour(socket, `x: ${headerEcho}\r\n`);
  }),
  way('an endless header', faults.lost, ({ socket }) => {
    socket.write(`${ok}\r\nx: `);
    pour(socket, 'y');
  }),
  way('an endless status line', faults.silent, (connection) => {
    connection.socket.write(ok);
    pour(connection.socket, 'y', 200_000);
    hold(connection);
  }),
  way('an endless body', faults.tooLarge, ({ socket }) => {
    socket.write(`${ok}\r\n\r\n`);
    pour(socket, '{"status":');
  }),
  way('an endless body with a length', faults.tooLarge, ({ socket }) => {
    socket.write(`${ok}\r\ncontent-length: 999999999999\r\n\r\n`);
    pour(socket, headerEcho);
  }),
];

const codings = [
  ...['gzip', 'br', 'deflate', 'zstd', 'x-unknown', 'canary-secret-7f3a', headerEcho].map((coding) =>
    way(
      `a body in ${coding.slice(0, 6)}`,
      faults.compressed,
      sized(`${ok}\r\ncontent-encoding: ${coding}`, (body) => gzipSync(body)),
    ),
  ),
  way(
    'gzip that is not announced',
    faults.senseless,
    sized(ok, (body) => gzipSync(body)),
  ),
  way(
    'deflate that is not announced',
    faults.senseless,
    sized(ok, (body) => deflateSync(body)),
  ),
];

export const httpWays: readonly Way[] = [...statusWays, ...harmless, ...chunks, ...framing, ...codings];
