import { mb } from '../units.ts';
import { WrongPage } from './check-page.ts';
import { type Contestant, type PeerSource, peerWith } from './contestant.ts';
import { firstStart, maxStartMs } from './first-start.ts';
import type { Peer } from './peer.ts';

/** A peer that takes more memory, or longer than a start may take, holds fewer products. */
const maxPeakBytes = 4 * 1024 * 1024 * 1024;
const sizes = [100_000, 10_000, 1000] as const;

/** Why a start was too much for a peer; nothing when it was not. */
async function troubleOf(contestant: Contestant, source: PeerSource): Promise<string | undefined> {
  try {
    const { pageMs, peakRssBytes } = await firstStart(contestant, source.products.firstIDs);
    if (pageMs > maxStartMs) return `its first page took ${(pageMs / 1000).toFixed(0)} s`;
    return peakRssBytes > maxPeakBytes ? `it took ${mb(peakRssBytes)}` : undefined;
  } catch (error) {
    if (error instanceof WrongPage || !(error instanceof Error)) throw error;
    return error.message;
  }
}

/** The peer with as many of the products as it can hold. */
export async function fit(peer: Peer, source: PeerSource): Promise<Contestant> {
  for (const records of sizes) {
    const contestant = await peerWith(records, peer, source);
    const trouble = await troubleOf(contestant, source);
    if (trouble === undefined) return contestant;
    process.stderr.write(`peers: ${peer.name} with ${records} products: ${trouble}\n`);
  }
  throw new Error(`${peer.name} cannot hold even ${sizes.at(-1)} products`);
}
