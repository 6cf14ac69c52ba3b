import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface RawReportServer extends AsyncDisposable {
  /** For the option `url` of a client; its client code is the name of a report. */
  readonly url: string;
  /** Heads of the requests so far. */
  readonly heads: string[];
}

/** What is written, byte by byte, when a report is fetched; the connection is ended behind it. */
export type RawReport = (socket: Socket) => void | Promise<void>;

/**
 * A server that speaks HTTP by hand: it grants each login, links the report that the client code names, and writes
 * it as its function does, so that a connection can end at any byte.
 */
export async function openRawReportServer(
  reports: Readonly<Record<string, RawReport>>,
): Promise<RawReportServer> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    let received = '';
    socket.on('data', (data) => {
      received += data.toString('latin1');
      const head = /^[\s\S]*?\r\n\r\n/.exec(received)?.[0];
      if (head === undefined) return;
      const bodyLength = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < head.length + bodyLength) return;
      const body = received.slice(head.length);
      received = '';
      heads.push(head);
      const report = reports[/^GET \/reports\/([\w-]+)\.csv /.exec(head)?.[1] ?? ''];
      if (report) void report(socket);
      else socket.write(answer(new URLSearchParams(body), `http://127.0.0.1:${port()}`));
    });
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port()}`,
    heads,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(form: URLSearchParams, origin: string): string {
  const login = { userID: '1', sessionKey: 'key', sessionLength: 3600 };
  const link = { reportLink: `${origin}/reports/${form.get('clientCode')}.csv` };
  const records = [form.get('request') === 'verifyUser' ? login : link];
  const status = {
    request: form.get('request'),
    requestUnixTime: 1_773_156_600,
    responseStatus: 'ok',
    errorCode: 0,
    generationTime: 0.01,
    recordsTotal: 1,
    recordsInResponse: 1,
  };
  const body = JSON.stringify({ status, records });
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
