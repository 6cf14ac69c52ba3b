import { expect, it } from 'vitest';

import { deferTransport } from './defer-transport.ts';
import type { Transport } from './transport.ts';

const request = { url: 'https://a.example/', signal: new AbortController().signal };

function madeTransport() {
  const done: string[] = [];
  const transport: Transport = {
    send: async () => ({ status: 200, body: new Uint8Array() }),
    open: () => Promise.reject(new Error('no file')),
    close: async () => void done.push('closed'),
  };
  const make = async () => {
    done.push('made');
    return transport;
  };
  return { done, make };
}

it('is made once, at the first request, and closed with what was made', async () => {
  const { done, make } = madeTransport();
  const transport = deferTransport(make);
  expect(done).toEqual([]);
  await Promise.all([transport.send(request), transport.send(request)]);
  await transport.close?.();
  expect(done).toEqual(['made', 'closed']);
});

it('makes nothing to close it', async () => {
  const { done, make } = madeTransport();
  await deferTransport(make).close?.();
  expect(done).toEqual([]);
});

it('fails each request with what kept it from being made, and closes all the same', async () => {
  const transport = deferTransport(() => Promise.reject(new Error('cannot be loaded')));
  await expect(transport.send(request)).rejects.toThrow('cannot be loaded');
  await expect(transport.open(request)).rejects.toThrow('cannot be loaded');
  await expect(transport.close?.()).resolves.toBeUndefined();
});
