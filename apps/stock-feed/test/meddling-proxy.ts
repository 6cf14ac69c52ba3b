import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to the answers that pass. */
export interface Meddling {
  /** To the files with stock: nothing comes after their first third, or the connection ends there, or they change. */
  readonly file?: 'stalled' | 'cut off' | ((text: string) => string);
  /** Links in answers lead to the fake itself and not back here. */
  readonly linksToTarget?: boolean;
  /** To the records of this call, in bulk requests. */
  readonly records?: { readonly of: string; readonly become: (records: unknown[]) => unknown[] };
}

export interface MeddlingProxy extends AsyncDisposable {
  readonly url: string;
  /** Fulfilled when the first third of a file has been sent. */
  readonly underWay: Promise<void>;
}

/** Stands before the fake and passes everything on, with some changes. */
export async function startMeddlingProxy(target: string, meddling: Meddling): Promise<MeddlingProxy> {
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    // The Host stays ours, so that the links in the answers lead back here.
    const host = meddling.linksToTarget ? new URL(target).host : headers.host;
    const sent = { method, headers: { ...headers, host } };
    const onward = request(new URL(url, target), sent, async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      if (!url.startsWith('/reports/')) send(answer, outgoing, meddledAnswer(body, meddling));
      else if (typeof meddling.file === 'string')
        sendThird(answer, outgoing, { body, how: meddling.file, resolve });
      else send(answer, outgoing, Buffer.from(meddling.file?.(body.toString('latin1')) ?? body));
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    underWay,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function send(answer: IncomingMessage, outgoing: ServerResponse, body: Buffer): void {
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length });
  outgoing.end(body);
}

interface Third {
  readonly body: Buffer;
  readonly how: 'stalled' | 'cut off';
  resolve(): void;
}

function sendThird(answer: IncomingMessage, outgoing: ServerResponse, { body, how, resolve }: Third): void {
  outgoing.writeHead(200, { ...answer.headers, 'content-length': body.length });
  outgoing.write(body.subarray(0, body.lastIndexOf('\n', body.length / 3) + 1), () => {
    resolve();
    if (how === 'cut off') outgoing.destroy();
  });
}

function meddledAnswer(body: Buffer, { records }: Meddling): Buffer {
  const answer = JSON.parse(body.toString());
  for (const part of records ? (answer.requests ?? []) : []) {
    if (part.status.requestName === records?.of) part.records = records?.become(part.records);
  }
  return Buffer.from(JSON.stringify(answer));
}
