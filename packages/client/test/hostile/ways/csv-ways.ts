import { gzipSync } from 'node:zlib';

import { body, refused } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo, headerEcho, stockFile } from '../good-server.ts';
import type { Connection, Fault, Way } from '../way.ts';
import { hold, pour } from './connection-ways.ts';

const incomplete: Fault = { kind: 'incomplete' };
const nonsense: Fault = { kind: 'response' };
const fine: Fault = { kind: 'ok' };
/** Fetched again, as a read is. */
const retried: Fault = { kind: 'transport', isRepeated: true };
const refusedFile: Fault = { kind: 'transport' };
const slow: Fault = { kind: 'timeout' };
const wrongLink: Fault = { kind: 'usage' };

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: text/csv';
const lines = stockFile.split('\n');

const file =
  (text: string | Buffer, head = ok): NonNullable<Way['write']> =>
  ({ socket }) => {
    const content = Buffer.from(text as string, 'latin1');
    socket.end(
      Buffer.concat([
        Buffer.from(`${head}\r\ncontent-length: ${content.length}\r\nconnection: close\r\n\r\n`),
        content,
      ]),
    );
  };
const raw =
  (text: string): NonNullable<Way['write']> =>
  ({ socket }) =>
    void socket.end(text);
const headed = (head: string) => `${head}\r\nconnection: close\r\n\r\n`;
const withLine = (line: string) => [...lines.slice(0, 20), line, ...lines.slice(21)].join('\n');

/** The whole of a file, as it comes. */
const files: readonly [name: string, fault: Fault, write: NonNullable<Way['write']>][] = [
  ['an empty file', incomplete, file('')],
  ['a blank line', nonsense, file('\n')],
  ['no header', nonsense, file(lines.slice(1).join('\n'))],
  ['a header of other columns', nonsense, file(`"${headerEcho}","x"\n"1","2"\n`)],
  ['a header with one column less', nonsense, file(stockFile.replaceAll(/,"[^"]*"/g, ''))],
  [
    'a header with a column more',
    fine,
    file(lines.map((line) => line && `${line},"${headerEcho}"`).join('\n')),
  ],
  [
    'columns in another order',
    fine,
    file(lines.map((line) => line.split(',').toReversed().join()).join('\n')),
  ],
  ['a row with a cell less', nonsense, file(withLine('"20"'))],
  ['a row with a cell more', nonsense, file(withLine(`"20","2","${headerEcho}"`))],
  ['a row of garbage', nonsense, file(withLine(`"20","2"${headerEcho}\u001b[2J`))],
  ['a quote inside a cell', nonsense, file(withLine('"20","2"5"'))],
  ['an amount that is a text', fine, file(withLine(`"20","${headerEcho}\u001b[2J"`))],
  ['a key that is a text', nonsense, file(withLine(`"${headerEcho}\u001b[2J","2"`))],
  ['a key that is empty', nonsense, file(withLine('"","2"'))],
  ['a quote that nobody closes', incomplete, file(`${stockFile}"51","2\n`)],
  ['a quote that another one closes', nonsense, file(withLine('"20","2'))],
  [
    'a row of garbage, and nothing more',
    nonsense,
    (connection) => hold(connection, `${ok}\r\ncontent-length: 90000\r\n\r\n${lines[0]}\n"1"\n${stockFile}`),
  ],
  ['no newline at the end', incomplete, file(stockFile.slice(0, -1))],
  ['a cut inside a row', incomplete, file(stockFile.slice(0, -4))],
  ['HTML', nonsense, file(`<html>${headerEcho}</html>\n`)],
  ['JSON', nonsense, file(`${JSON.stringify({ error: headerEcho })}\n`)],
  ['UTF-16', nonsense, file(stockFile.replaceAll(/(.)/gs, '$1\0'))],
  ['CRLF', fine, file(stockFile.replaceAll('\n', '\r\n'))],
  ['an open quote of 2 MiB', nonsense, file(`${lines[0]}\n"${'x'.repeat(2 * 1024 * 1024)}`)],
  [
    'an endless file',
    nonsense,
    ({ socket }) => {
      socket.write(headed(ok));
      pour(socket, `${lines.join('\n')}`);
    },
  ],
  [
    'an endless row',
    nonsense,
    ({ socket }) => {
      socket.write(headed(ok));
      pour(socket, '"1",');
    },
  ],
  [
    'endless blank lines',
    nonsense,
    ({ socket }) => {
      socket.write(headed(ok));
      pour(socket, '\n');
    },
  ],
  [
    'a length that is too large',
    incomplete,
    raw(`${ok}\r\ncontent-length: 99999\r\nconnection: close\r\n\r\n${stockFile}`),
  ],
  [
    'a length that is too small',
    incomplete,
    raw(`${ok}\r\ncontent-length: 101\r\nconnection: close\r\n\r\n${stockFile}`),
  ],
  ['no length', incomplete, raw(`${headed(ok)}${stockFile}`)],
  [
    'proper chunks',
    fine,
    raw(
      `${headed(`${ok}\r\ntransfer-encoding: chunked`)}${stockFile.length.toString(16)}\r\n${stockFile}\r\n0\r\n\r\n`,
    ),
  ],
  [
    'no last chunk',
    incomplete,
    raw(
      `${headed(`${ok}\r\ntransfer-encoding: chunked`)}${stockFile.length.toString(16)}\r\n${stockFile}\r\n`,
    ),
  ],
  [
    'garbage for a chunk',
    incomplete,
    raw(`${headed(`${ok}\r\ntransfer-encoding: chunked`)}${headerEcho}\r\n`),
  ],
  [
    'nothing behind the headers',
    slow,
    (connection) => hold(connection, `${ok}\r\ncontent-length: 900\r\n\r\n`),
  ],
  [
    'half a file, and nothing more',
    slow,
    (connection) => hold(connection, `${ok}\r\ncontent-length: 900\r\n\r\n${stockFile.slice(0, 300)}`),
  ],
  [
    'half a file, and a reset',
    incomplete,
    ({ socket }) =>
      void socket.write(`${ok}\r\ncontent-length: 900\r\n\r\n${stockFile.slice(0, 300)}`, () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
  ],
  ['a byte at a time', slow, dripFile],
];

/** What comes instead of a file. */
const answers: readonly [name: string, fault: Fault, write: NonNullable<Way['write']>][] = [
  ['no answer', { kind: 'timeout', isRepeated: true }, (connection) => hold(connection)],
  ['a reset', retried, ({ socket }) => void socket.resetAndDestroy()],
  ['an end', retried, ({ socket }) => void socket.end()],
  ['garbage', retried, raw(`${headerEcho}\r\n\r\n`)],
  [
    'endless headers',
    retried,
    ({ socket }) => {
      socket.write(`${ok}\r\n`);
      pour(socket, 'x: y\r\n');
    },
  ],
  ...[500, 503, 429].map((status): [string, Fault, NonNullable<Way['write']>] => [
    `HTTP ${status}`,
    retried,
    file(headerEcho, `HTTP/1.1 ${status} ${headerEcho}`),
  ]),
  ...[201, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 410].map(
    (status): [string, Fault, NonNullable<Way['write']>] => [
      `HTTP ${status}`,
      refusedFile,
      file(
        status === 204 || status === 304 ? '' : stockFile,
        `HTTP/1.1 ${status} ${headerEcho}\r\nlocation: https://evil.example/${encodeURIComponent(headerEcho)}`,
      ),
    ],
  ),
  ...['gzip', 'br', 'canary-secret-7f3a'].map((coding): [string, Fault, NonNullable<Way['write']>] => [
    `a file in ${coding.slice(0, 6)}`,
    refusedFile,
    file(gzipSync(stockFile), `${ok}\r\ncontent-encoding: ${coding}`),
  ]),
];

/** A byte of it every five seconds. */
function dripFile({ socket, stall }: Connection): void {
  let sent = 0;
  socket.write(`${ok}\r\ncontent-length: ${stockFile.length}\r\n\r\n`);
  stall(() => {
    if (!socket.destroyed) socket.write(stockFile.charAt(sent++));
    return socket.destroyed || socket.readableEnded;
  });
}

/** Links that lead nowhere, or elsewhere. */
const links: readonly [name: string, fault: Fault, records: unknown][] = [
  ['no record', wrongLink, []],
  ['no link', wrongLink, [{}]],
  ['a link that is null', wrongLink, [{ reportLink: null }]],
  ['a link that is a list', wrongLink, [{ reportLink: ['https://100001.erply.com/a.csv'] }]],
  ['a link that is an object', wrongLink, [{ reportLink: { href: echo } }]],
  ['a record that is null', wrongLink, [null]],
  ['a record that is a text', wrongLink, [echo]],
  ['records that are a text', wrongLink, echo],
  ...[
    '',
    ' ',
    echo,
    '/reports/a.csv',
    '//evil.example/a.csv',
    'javascript:alert(1)',
    'data:text/csv,productID',
    'file:///etc/passwd',
    `ftp://100001.erply.com/${headerEcho}`,
    `https://user:${headerEcho}@100001.erply.com/a.csv`,
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/a.csv',
    'http://127.0.0.1:22/',
    'https://erply.com.evil.example/a.csv',
    'https://evilerply.com/a.csv',
    'https://100001.erply.com:8443/a.csv',
    `https://${'canary-secret-7f3a-key'}.evil.example/a.csv`,
    `https://evil.example/${headerEcho}`,
    `https://${'x'.repeat(5000)}.example/a.csv`,
    'http://0x7f.1/a.csv',
  ].map((link): [string, Fault, unknown] => [
    `a link to ${link.slice(0, 30).replaceAll(/\W+|canary.*/gi, ' ')}`,
    wrongLink,
    [{ reportLink: link }],
  ]),
];

const way = { where: 'csv', uses: ['csv'] } as const;

export const csvWays: readonly Way[] = [
  ...files.map(
    ([name, fault, write]): Way => ({ ...way, name, whens: ['afterLogin', 'once'], fault, write }),
  ),
  ...answers.map(
    ([name, fault, write]): Way => ({
      ...way,
      name: `${name} for the file`,
      whens: ['afterLogin', 'once'],
      fault,
      write,
    }),
  ),
  ...links.map(
    ([name, fault, records]): Way => ({
      ...way,
      name,
      whens: ['afterLogin', 'once'],
      fault,
      answer: ({ good }) =>
        body(JSON.stringify({ status: { ...good().status, recordsInResponse: undefined }, records })),
    }),
  ),
  {
    ...way,
    name: 'no right to reports',
    whens: ['afterLogin'],
    fault: { kind: 'api' },
    answer: () => refused(1060),
  },
  {
    ...way,
    name: 'an answer in HTML instead of a link',
    whens: ['afterLogin', 'once'],
    fault: faults.senseless,
    answer: () => body(echo),
  },
];
