import type { PageRequest } from '../api.ts';
import type { Products } from './products.ts';

/** What a peer is started with. */
export interface PeerSetting {
  /** The folder that the peers are installed in; their working directory. */
  readonly folder: string;
  /** What `write` has written. */
  readonly file: string;
  /** A free port of 127.0.0.1. */
  readonly port: number;
}

/** Another fake, set up as its own documentation shows to answer pages of products. */
export interface Peer {
  readonly name: string;
  /** The package and its version, as npm takes them. */
  readonly package: string;
  /** A page of 100 products. */
  readonly request: PageRequest;
  /** Writes the file that it starts from, with the first so many products, and answers its path. */
  write(products: Products, records: number): Promise<string>;
  /** The arguments of Node that start it. */
  args(setting: PeerSetting): readonly string[];
  /** The products of an answer; throws when it is not a page. */
  productsOf(answer: unknown): unknown;
}
