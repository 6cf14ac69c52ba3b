import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import type { FormCase, PhpAnswer, PhpVariable } from './form-case.ts';

const router = fileURLToPath(new URL('echo-variables.php', import.meta.url));
const host = '127.0.0.1';

/** PHP's own server, asked byte for byte. */
export interface PhpServer extends AsyncDisposable {
  ask(request: FormCase): Promise<PhpAnswer>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const fromHex = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');

function readAnswer(received: Buffer): PhpAnswer {
  const text = received.toString('latin1');
  const { php, post, get } = JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as PhpAnswer;
  const plain = (variables: readonly PhpVariable[]) =>
    variables.map(([name, value]): PhpVariable => [fromHex(name), value === null ? null : fromHex(value)]);
  return { php, post: plain(post), get: plain(get) };
}

async function send(port: number, { contentType, query, body }: FormCase): Promise<PhpAnswer> {
  const lines = [
    `POST /${query === '' ? '' : `?${query}`} HTTP/1.1`,
    `Host: ${host}`,
    ...(contentType === null ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  const socket = connect(port, host);
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1'));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return readAnswer(Buffer.concat(chunks));
}

/**
 * Starts PHP's own server with the settings that PHP has when it reads no php.ini.
 * @throws Error when there is no `php`, or it does not begin to answer.
 */
export async function startPhp(): Promise<PhpServer> {
  const port = await freePort();
  const settings = ['display_errors=0', 'log_errors=0'].flatMap((setting) => ['-d', setting]);
  const server = spawn('php', ['-n', ...settings, '-S', `${host}:${port}`, router], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // It says so on stderr when it listens.
  await Promise.race([
    once(server.stderr, 'data'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
    once(server, 'exit').then(() => Promise.reject(new Error('php has ended'))),
  ]);
  server.stderr.resume();
  return {
    ask: (request) => send(port, request),
    async [Symbol.asyncDispose]() {
      const exit = once(server, 'exit');
      server.kill();
      await exit;
    },
  };
}
