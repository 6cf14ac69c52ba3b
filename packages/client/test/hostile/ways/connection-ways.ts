import { faults } from '../faults.ts';
import { headerEcho } from '../good-server.ts';
import { proper } from '../raw-server.ts';
import { type Connection, type Fault, useNames, type Way, whens } from '../way.ts';

/** What happens when somebody connects, before anything was said. */
const connecting: readonly [name: string, fault: Fault, connect: (connection: Connection) => void][] = [
  ['the connection is ended at once', faults.lost, ({ socket }) => socket.end()],
  [
    'the connection is ended behind a greeting',
    faults.lost,
    ({ socket }) => socket.end(`220 ${headerEcho}\r\n`),
  ],
  ['nothing ever comes', faults.silent, (connection) => hold(connection)],
  ['SSH is spoken', faults.lost, ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
  ['TLS is spoken', faults.lost, ({ socket }) => socket.end(Buffer.from([21, 3, 1, 0, 2, 2, 40]))],
  ['HTTP/2 is spoken', faults.lost, ({ socket }) => socket.end(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]))],
  ['NULs come', faults.lost, ({ socket }) => socket.end(Buffer.alloc(1000))],
  [
    'random bytes come',
    faults.lost,
    ({ socket }) => socket.end(Buffer.from([255, 254, 0, 27, 91, 50, 74, 10])),
  ],
  ['endless garbage comes', faults.lost, ({ socket }) => pour(socket, headerEcho)],
];

/** What happens when the request has come. */
const answering: readonly [name: string, fault: Fault, write: (connection: Connection) => void][] = [
  ['the connection is reset behind the request', faults.lost, ({ socket }) => socket.resetAndDestroy()],
  ['the connection is ended behind the request', faults.lost, ({ socket }) => socket.end()],
  ['no answer comes', faults.silent, (connection) => hold(connection)],
  ['half a status line comes, then an end', faults.lost, ({ socket }) => socket.end('HTTP/1.1 20')],
  ['half a status line comes, then nothing', faults.silent, (connection) => hold(connection, 'HTTP/1.1 20')],
  [
    'half of the headers come, then an end',
    faults.lost,
    ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\nX-Key: ${headerEcho}`),
  ],
  [
    'half of the headers come, then nothing',
    faults.silent,
    (connection) => hold(connection, `HTTP/1.1 200 OK\r\nX-Key: ${headerEcho}`),
  ],
  [
    'half of the headers come, then a reset',
    faults.lost,
    ({ socket }) => void socket.write('HTTP/1.1 200 OK\r\nX', () => socket.resetAndDestroy()),
  ],
  [
    'the headers come, then an end',
    faults.lost,
    ({ socket }) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n'),
  ],
  [
    'the headers come, then nothing',
    faults.silent,
    (connection) => hold(connection, 'HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n'),
  ],
  ['half of the body comes, then an end', faults.lost, ({ socket, body }) => socket.end(half(proper(body)))],
  [
    'half of the body comes, then nothing',
    faults.silent,
    (connection) => hold(connection, half(proper(connection.body))),
  ],
  [
    'half of the body comes, then a reset',
    faults.lost,
    ({ socket, body }) => void socket.write(half(proper(body)), () => socket.resetAndDestroy()),
  ],
  ['headers drip', faults.silent, (connection) => drip(connection, 'HTTP/1.1 200 OK\r\n', 'X: y\r\n')],
  ['a header drips', faults.silent, (connection) => drip(connection, 'HTTP/1.1 200 OK\r\nX: ', 'y')],
  [
    'a body drips',
    faults.silent,
    (connection) => drip(connection, 'HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n', ' '),
  ],
  [
    'chunks drip',
    faults.silent,
    (connection) => drip(connection, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', '1\r\n \r\n'),
  ],
  [
    'early hints never end',
    faults.silent,
    (connection) => drip(connection, '', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
  ],
  ['the answer comes twice', faults.none, ({ socket, body }) => socket.end(proper(body) + proper(body))],
  ['the answer comes in single bytes', faults.none, ({ socket, body }) => singly(socket, proper(body))],
];

/** Bytes that the connection ends in the middle of. */
const half = (text: string) => text.slice(0, -100);

/** Sends something, and then nothing any more. */
export function hold({ socket, stall }: Connection, text = ''): void {
  if (text !== '') socket.write(text);
  stall(() => socket.destroyed || socket.readableEnded);
}

/** Sends a little every five seconds. */
function drip({ socket, stall }: Connection, begin: string, drop: string): void {
  socket.write(begin);
  stall(() => {
    if (!socket.destroyed) socket.write(drop);
    return socket.destroyed || socket.readableEnded;
  });
}

/** Sends as much as is taken, and never ends before `maxBytes`. */
export function pour(socket: Connection['socket'], text: string, maxBytes = Number.POSITIVE_INFINITY): void {
  const piece = Buffer.from(text.repeat(Math.ceil(16_384 / text.length)));
  let bytes = 0;
  const more = () => {
    while (!socket.destroyed && bytes < maxBytes) {
      bytes += piece.length;
      if (!socket.write(piece)) return;
    }
  };
  socket.on('drain', more);
  more();
}

function singly(socket: Connection['socket'], text: string): void {
  socket.setNoDelay(true);
  for (const character of text.slice(0, 50)) socket.write(character);
  socket.end(text.slice(50));
}

const way = { where: 'tcp', uses: useNames, whens } as const;

export const connectionWays: readonly Way[] = [
  {
    ...way,
    name: 'nobody listens',
    fault: faults.notSent,
    isDeaf: true,
    whens: ['first', 'afterLogin', 'afterPage'],
  },
  // It may come before the connection is there for the client, or behind: no write can tell.
  {
    ...way,
    name: 'the connection is reset at once',
    fault: faults.lost,
    uses: ['read', 'list', 'log', 'csv'],
    connect: ({ socket }) => void socket.resetAndDestroy(),
  },
  ...connecting.map(([name, fault, connect]): Way => ({ ...way, name, fault, connect })),
  ...answering.map(([name, fault, write]): Way => ({ ...way, name, fault, write })),
];
