import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is done with a text from a client. */
export type Cut = 'before' | 'after' | undefined;

export interface Cutter extends AsyncDisposable {
  readonly port: number;
  /** Cuts a connection before it passes the text on, or when it has: then the answer is lost. */
  cut: (text: string) => Cut;
  /** Changes what the server says. */
  change: (bytes: Buffer) => void;
}

/** Passes connections on to a port of this machine, and cuts them when it is told to. */
export async function startCutter(port: number): Promise<Cutter> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1');
    let isLost = false;
    const end = () => {
      for (const socket of [client, target]) {
        socket.destroy();
        open.delete(socket);
      }
    };
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    target.on('data', (bytes) => {
      if (isLost) return end();
      cutter.change(bytes);
      client.write(bytes);
    });
    client.on('data', (bytes) => {
      const cut = cutter.cut(bytes.toString('latin1'));
      if (cut === 'before') return end();
      target.write(bytes);
      // The server has it then, and what it answers comes to nobody.
      if (cut === 'after') isLost = true;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const cutter = {
    port: (server.address() as AddressInfo).port,
    cut: (_text: string): Cut => undefined,
    change: (_bytes: Buffer) => {},
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
  return cutter;
}
