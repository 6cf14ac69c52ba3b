// The servers that use-client.js talks to: the packed fake, and one that writes HTTP by hand and ends connections
// where it wants. Prints their addresses as one line of JSON, and ends with its standard input.
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

import { startMock } from '@erply-kit/mock';

const rows = '"productID","amountInStock"\n"1","1"\n"2","2"\n';
const cutAt = rows.indexOf('"2"');
const gzip = gzipSync(rows).toString('latin1');
const length = `content-length: ${rows.length}`;
const chunked = 'transfer-encoding: chunked';
const close = 'connection: close';
const coded = 'content-encoding: gzip';

const head = (...headers) => `HTTP/1.1 200 OK\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`;
const chunk = (text) => `${text.length.toString(16)}\r\n${text}\r\n`;
const first = chunk(rows.slice(0, cutAt));
const all = first + chunk(rows.slice(cutAt));
const last = '0\r\n\r\n';

/** Reports by the client code that asks for them; each ends with its connection unless it is whole. */
const reports = {
  'whole-length': head(length) + rows,
  'whole-chunks': head(chunked) + all + last,
  'whole-chunks-close': head(chunked, close) + all + last,
  'cut-length': head(length) + rows.slice(0, cutAt),
  'cut-chunk': head(chunked) + all.slice(0, -5),
  'cut-chunk-close': head(chunked, close) + all.slice(0, -5),
  'cut-between-chunks': head(chunked) + first,
  'cut-between-chunks-close': head(chunked, close) + first,
  'no-last-chunk': head(chunked) + all,
  'ended-by-connection': head(close) + rows,
  'gzip-length': head(coded, `content-length: ${gzip.length}`) + gzip,
  'gzip-chunks': head(coded, chunked) + chunk(gzip) + last,
};

let saves = 0;
let agent = '';
let asked = Promise.withResolvers();

/** Answers one request, given its head and its form. */
async function answer(socket, line, form) {
  const name = /^GET \/reports\/([\w-]+)\.csv /.exec(line)?.[1];
  if (name !== undefined) {
    socket.write(reports[name] ?? '', 'latin1');
    if (!/^(whole|gzip)/.test(name)) socket.end();
  } else if (line.startsWith('GET /saves ')) {
    write(socket, String(saves));
    saves = 0;
  } else if (line.startsWith('GET /asked ')) {
    await asked.promise;
    asked = Promise.withResolvers();
    write(socket, 'yes');
  } else if (line.startsWith('GET /agent ')) {
    write(socket, agent);
  } else {
    agent = /^user-agent: *(.*)\r$/im.exec(line)?.[1] ?? '';
    call(socket, form);
  }
}

/** A call of the API, by its client code: lost, silent, redirect, or the name of a report. */
function call(socket, form) {
  const code = form.get('clientCode');
  if (code === 'silent') return asked.resolve();
  if (code === 'redirect') {
    return socket.write('HTTP/1.1 307 Temporary Redirect\r\nlocation: /\r\ncontent-length: 0\r\n\r\n');
  }
  if (form.get('request') === 'verifyUser') {
    return write(socket, envelope({ userID: '1', sessionKey: 'key', sessionLength: 3600 }));
  }
  if (code === 'lost') {
    saves += 1;
    return socket.destroy();
  }
  write(socket, envelope({ reportLink: `http://127.0.0.1:${server.address().port}/reports/${code}.csv` }));
}

function envelope(record) {
  const status = { requestUnixTime: 1_773_156_600, responseStatus: 'ok', errorCode: 0 };
  return JSON.stringify({ status: { ...status, recordsInResponse: 1, recordsTotal: 1 }, records: [record] });
}

function write(socket, body) {
  socket.write(head('content-type: application/json', `content-length: ${body.length}`) + body);
}

const server = createServer((socket) => {
  let received = '';
  socket.on('error', () => {});
  socket.on('data', (data) => {
    received += data.toString('latin1');
    const top = /^[\s\S]*?\r\n\r\n/.exec(received)?.[0];
    const bodyLength = Number(/^content-length: *(\d+)/im.exec(top ?? '')?.[1] ?? 0);
    if (top === undefined || received.length < top.length + bodyLength) return;
    const form = new URLSearchParams(received.slice(top.length));
    received = '';
    void answer(socket, top, form);
  });
});

const listen = (one) =>
  new Promise((resolve) =>
    one.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${one.address().port}`)),
  );
const leaving = createServer();
const nobody = await listen(leaving);
await new Promise((resolve) => leaving.close(resolve));
const fake = await startMock({ seed: 1 });
console.log(JSON.stringify({ erply: fake.url, reports: await listen(server), nobody }));
process.stdin.on('end', () => process.exit(0)).resume();
