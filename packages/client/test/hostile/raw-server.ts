import { type AddressInfo, createServer, type Socket } from 'node:net';

import type { FakeTime } from '../fake-time.ts';
import { goodDocument, stockFile } from './good-server.ts';
import type { Connection, Way, When } from './way.ts';

export interface RawServer {
  readonly url: string;
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

interface RawServerOptions {
  readonly way: Way;
  readonly when: When;
  readonly time: FakeTime;
  readonly stall: Connection['stall'];
}

/** A server on this machine that speaks HTTP by hand, one request a connection, and misbehaves when it is time. */
export async function openRawServer(options: RawServerOptions): Promise<RawServer> {
  const { way, when, time, stall } = options;
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1;
    const number = connections;
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    const connection = (body: string): Connection => ({ socket, time, body, stall });
    if (way.connect && isTime(way, when, number)) {
      socket.on('end', () => socket.end()).resume();
      way.connect(connection(''));
      return;
    }
    onRequest(socket, (head, form) => {
      const isFile = head.startsWith('GET');
      const body = isFile ? stockFile : JSON.stringify(goodDocument(form, url()));
      const isWays = !isFile || way.where === 'csv';
      if (way.write && isWays && isTime(way, when, number)) void way.write(connection(body));
      else {
        if (way.isDeaf && isTime(way, when, number + 1)) server.close();
        socket.end(proper(body));
      }
    });
  });
  const url = () => address;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (way.isDeaf && when === 'first') server.close();
  return {
    url: address,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The login comes first; a stock file is the third connection, behind its link. */
function isTime(way: Way, when: When, number: number): boolean {
  if (way.where === 'csv') return when === 'once' ? number === 3 : number >= 3;
  return { first: true, afterLogin: number >= 2, afterPage: number >= 3, once: number === 2 }[when];
}

function onRequest(socket: Socket, then: (head: string, form: URLSearchParams) => void): void {
  let received = '';
  socket.on('data', (data) => {
    received += data.toString('latin1');
    const head = /^[\s\S]*?\r\n\r\n/.exec(received)?.[0];
    if (head === undefined) return;
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (received.length < head.length + length) return;
    then(head, new URLSearchParams(received.slice(head.length)));
    received = '';
  });
  socket.on('end', () => socket.end());
}

/** A proper answer, the last one of its connection. */
export function proper(body: string, more = ''): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${more}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
}
