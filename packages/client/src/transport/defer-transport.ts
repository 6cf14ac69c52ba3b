import type { Transport } from './transport.ts';

/** A transport that is made at its first request. */
export function deferTransport(make: () => Promise<Transport>): Transport {
  let made: Promise<Transport> | undefined;
  const transport = () => {
    made ??= make();
    return made;
  };
  return {
    send: async (request) => (await transport()).send(request),
    open: async (request) => (await transport()).open(request),
    close: async () => {
      const transport = await made?.catch(() => undefined);
      await transport?.close?.();
    },
  };
}
