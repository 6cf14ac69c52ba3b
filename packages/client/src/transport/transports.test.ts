import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Agent } from 'undici';
import { describe, expect, it } from 'vitest';

import { rejection } from '../../test/open-client.ts';
import { createFetchTransport } from './fetch-transport.ts';
import type { Transport } from './transport.ts';
import type { TransportError } from './transport-error.ts';
import { createUndiciTransport } from './undici-transport.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of this machine, and a transport to it. */
async function serve(handler: Handler, transport: Transport) {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return {
    url,
    transport,
    async [Symbol.asyncDispose]() {
      await transport.close?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const alive = () => new AbortController().signal;
const text = (body: Uint8Array) => Buffer.from(body).toString();

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

describe.each([
  ['undici', createUndiciTransport],
  ['fetch', createFetchTransport],
])('%s', (_, create) => {
  const open = (handler: Handler) => serve(handler, create());

  it('posts form fields and reads the answer to its end', async () => {
    await using here = await open(async (request, response) => {
      const type = request.headers['content-type'];
      response.end(`${request.method} ${request.url} ${type} ${await readBody(request)}`);
    });
    const reply = await here.transport.send({ url: here.url, form: 'a=1&b=2', signal: alive() });
    expect(reply.status).toBe(200);
    expect(text(reply.body)).toBe('POST /api/ application/x-www-form-urlencoded a=1&b=2');
  });

  it('follows no redirect: the body may hold the password', async () => {
    await using here = await open((_, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    );
    const reply = await here.transport.send({ url: here.url, form: 'a=1', signal: alive() });
    expect(reply.status).toBe(307);
  });

  describe('a failure', () => {
    const failureAt = async (url: string, handler?: Handler) => {
      await using here = await open(handler ?? (() => {}));
      const error = await rejection(
        here.transport.send({ url: url || here.url, form: 'a=1', signal: alive() }),
      );
      const { failure, message } = error as TransportError;
      return { failure, message };
    };

    it('of the connection tells that nothing was sent', async () => {
      const refused = { failure: 'notSent', message: 'ECONNREFUSED' };
      const port = await freePort();
      expect(await failureAt(`http://127.0.0.1:${port}/`)).toEqual(refused);
      expect(await failureAt(`http://localhost:${port}/`)).toEqual(refused);
    });

    it('before the answer leaves open whether it was applied', async () => {
      expect((await failureAt('', (request) => request.socket.destroy())).failure).toBe('lost');
    });

    it('of a connection that was kept is not made up for by sending again', async () => {
      let requests = 0;
      await using here = await open(async (request, response) => {
        requests += 1;
        await readBody(request);
        if (requests === 1) response.end('kept');
        else request.socket.destroy();
      });
      const send = () => here.transport.send({ url: here.url, form: 'a=1', signal: alive() });
      await send();
      expect(await rejection(send())).toMatchObject({ failure: 'lost' });
      expect(requests).toBe(2);
    });

    it('within the answer is noticed', async () => {
      const cut: Handler = (_, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half');
        setImmediate(() => response.socket?.destroy());
      };
      expect((await failureAt('', cut)).failure).toBe('lost');
    });

    it('of a server without TLS is not tried again', async () => {
      await using here = await open((_, response) => response.end('plain'));
      const url = here.url.replace('http:', 'https:');
      const error = await rejection(here.transport.send({ url, form: 'a=1', signal: alive() }));
      expect((error as TransportError).failure).toBe('untrusted');
    });
  });

  it('ends with the reason of the signal when it is aborted', async () => {
    await using here = await open(() => {});
    const caller = new AbortController();
    const sending = here.transport.send({ url: here.url, form: 'a=1', signal: caller.signal });
    caller.abort(new Error('enough'));
    await expect(sending).rejects.toThrow('enough');
  });

  it('opens a file with a plain GET and streams it', async () => {
    await using here = await open((request, response) => {
      expect(request.headers).not.toHaveProperty('cookie');
      response.setHeader('content-length', 6).end(request.method === 'GET' ? 'a\nb\nc\n' : 'no');
    });
    const file = await here.transport.open({ url: here.url, signal: alive() });
    expect(file).toMatchObject({ status: 200, contentLength: 6 });
    let content = '';
    for await (const chunk of file.chunks) content += text(chunk);
    expect(content).toBe('a\nb\nc\n');
  });

  it('ends the request of a file that is left early', async () => {
    const left = Promise.withResolvers<void>();
    await using here = await open((_, response) => {
      response.on('close', left.resolve);
      response.write('a\n');
    });
    const file = await here.transport.open({ url: here.url, signal: alive() });
    for await (const chunk of file.chunks) {
      expect(text(chunk)).toBe('a\n');
      break;
    }
    await left.promise;
  });

  it('reports a file that breaks off', async () => {
    await using here = await open((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => response.socket?.destroy());
    });
    const file = await here.transport.open({ url: here.url, signal: alive() });
    const read = async () => {
      for await (const chunk of file.chunks) expect(text(chunk)).toBe('half');
    };
    expect(await rejection(read())).toMatchObject({ failure: 'lost' });
  });

  it('tells when a file comes in chunks, without its length', async () => {
    await using here = await open((_, response) => {
      response.write('a');
      response.end('b');
    });
    const file = await here.transport.open({ url: here.url, signal: alive() });
    expect(file).toMatchObject({ contentLength: undefined, hasFramedEnd: true });
    for await (const chunk of file.chunks) expect(chunk.byteLength).toBeGreaterThan(0);
  });
});

it('leaves a dispatcher that it was given to its owner', async () => {
  const dispatcher = new Agent();
  const transport = createUndiciTransport({ dispatcher });
  await using here = await serve((_, response) => response.end('still here'), transport);
  await transport.close?.();
  const reply = await transport.send({ url: here.url, form: 'a=1', signal: alive() });
  expect(text(reply.body)).toBe('still here');
  await dispatcher.destroy();
});

it('sends with the fetch that it is given, which is called without `this`', async () => {
  const asked: string[] = [];
  const given = function (this: unknown, url: string, init: RequestInit) {
    expect(this).toBeUndefined();
    asked.push(`${init.method} ${url}`);
    return Promise.resolve(new Response('ok'));
  };
  const transport = createFetchTransport({ fetch: given });
  const reply = await transport.send({ url: 'https://a.example/api/', form: 'a=1', signal: alive() });
  expect([asked, text(reply.body)]).toEqual([['POST https://a.example/api/'], 'ok']);
});
