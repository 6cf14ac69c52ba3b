// One connection that stays open and asks for pages, one after another. A full HTTP client spends more on 190 KB than
// the servers that are measured, so that it would be measured: this one counts bytes, and looks at the first of them.
import { connect } from 'node:net';

import { AnswerReader } from './answer-reader.js';

/** What is received at a time. */
const bufferBytes = 256 * 1024;

const formHeader = 'content-type: application/x-www-form-urlencoded\r\n';

function requestText({ host }, { method, path, body }) {
  const form =
    body === undefined ? '' : `${formHeader}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${form === '' ? '\r\n' : form}`;
}

/** Opens a connection. `ask` answers `{ status, bytes, head }`; it waits for the answer before the next is asked. */
export function openConnection(address) {
  const url = new URL(address);
  let waiting;
  const fail = (error) => waiting?.reject(error);
  const reader = new AnswerReader((answer) => waiting.resolve(answer));
  const onread = {
    buffer: Buffer.alloc(bufferBytes),
    callback(length, buffer) {
      try {
        reader.read(buffer.subarray(0, length));
      } catch (error) {
        fail(error);
      }
      return true;
    },
  };
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true, onread });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  return {
    ask(request) {
      waiting = Promise.withResolvers();
      socket.write(requestText(url, request));
      return waiting.promise;
    },
    close() {
      waiting = undefined;
      socket.destroy();
    },
  };
}
