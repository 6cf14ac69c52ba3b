import { logIn, type PageRequest, pageRequest } from '../api.ts';
import type { InstalledPackages } from '../installed-packages.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { freePort } from './free-port.ts';
import type { Peer } from './peer.ts';
import type { Products } from './products.ts';

/** How a contestant is started. */
export interface StartAs {
  /** What keeps it on a core. @default nothing */
  readonly core?: readonly string[];
  readonly timeoutMs: number;
}

/** A fake with so many products in it, ours or a peer. */
export interface Contestant {
  readonly name: string;
  readonly records: number;
  start(how: StartAs): Promise<ServerProcess>;
  /** The request for its pages; it logs in where that is needed. */
  request(url: string): Promise<PageRequest>;
  productsOf(answer: unknown): unknown;
}

/** Our fake with login, session, quota and all gates on. */
export function oursWith(records: number, installed: InstalledPackages): Contestant {
  const args = installed.mock('--products', String(records), '--quota', '100000000');
  return {
    name: 'erply-mock',
    records,
    start: ({ core, timeoutMs }) => startServer(args, core, { timeoutMs }),
    request: async (url) => pageRequest(await logIn(url)),
    productsOf: (answer) => (answer as { records: unknown }).records,
  };
}

/** A peer that starts from a file with the first so many products. */
export async function peerWith(records: number, peer: Peer, source: PeerSource): Promise<Contestant> {
  const { folder, products } = source;
  const file = await peer.write(products, records);
  return {
    name: peer.name,
    records,
    async start({ core, timeoutMs }) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      return startServer(peer.args({ folder, file, port }), core, { cwd: folder, url, timeoutMs });
    },
    request: async () => peer.request,
    productsOf: (answer) => peer.productsOf(answer),
  };
}

/** Where the peers are installed, and what they have to hold. */
export interface PeerSource {
  readonly folder: string;
  readonly products: Products;
}
