import type { Bench, Figure } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import type { Load } from './load.ts';
import { medianOf } from './median.ts';
import { type Contestant, oursWith } from './peers/contestant.ts';
import { emulate } from './peers/emulate.ts';
import { firstStart, maxStartMs, type Start } from './peers/first-start.ts';
import { fit } from './peers/fit.ts';
import { installPeers } from './peers/install-peers.ts';
import { jsonServer } from './peers/json-server.ts';
import { type Loads, loadInTurns } from './peers/load-in-turns.ts';
import { mockoon } from './peers/mockoon.ts';
import { type Products, writeProducts } from './peers/products.ts';
import { mb, ms, perSecond } from './units.ts';

const fakes = [emulate, jsonServer, mockoon] as const;
const records = 100_000;
const starts = 5;
const leastTimesFaster = 3;
const leastTimesSooner = 5;

/** All that was seen of one contestant. */
interface Seen extends Loads {
  readonly contestant: Contestant;
  readonly starts: readonly Start[];
}

const speed = (loads: readonly Load[]) => medianOf(loads, (one) => one.perSecond);
const cpu = (loads: readonly Load[]) => medianOf(loads, (one) => one.cpuMs);
const pageMs = (seen: Seen) => medianOf(seen.starts, (start) => start.pageMs);
const rss = (seen: Seen) => medianOf(seen.starts, (start) => start.rssBytes);

function speedText(loads: readonly Load[]): string {
  const [p50, p99] = [medianOf(loads, (one) => one.p50Ms), medianOf(loads, (one) => one.p99Ms)];
  return `${perSecond(speed(loads))}, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}

/** A thing that is measured, as a line for each peer. */
interface Line {
  readonly name: string;
  text(seen: Seen): string;
  ratio(ours: Seen, peer: Seen): number;
  /** What our fake has to reach beside the best of the peers, which is the one with the hardest ratio. */
  readonly bar?: Bar;
}

interface Bar {
  readonly text: string;
  readonly hardest: (...ratios: number[]) => number;
  isMet(ratio: number): boolean;
}

const lines: readonly Line[] = [
  {
    name: 'page 1, 16 connections',
    text: (seen) => speedText(seen.firstPage),
    ratio: (ours, peer) => speed(ours.firstPage) / speed(peer.firstPage),
    bar: {
      text: `≥ ${leastTimesFaster} × the fastest`,
      hardest: Math.min,
      isMet: (ratio) => ratio >= leastTimesFaster,
    },
  },
  {
    name: 'processor time of it',
    text: (seen) => `${cpu(seen.firstPage).toFixed(2)} ms`,
    ratio: (ours, peer) => cpu(peer.firstPage) / cpu(ours.firstPage),
  },
  {
    name: 'all pages, going round',
    text: (seen) => speedText(seen.allPages),
    ratio: (ours, peer) => speed(ours.allPages) / speed(peer.allPages),
  },
  {
    name: 'processor time of one of them',
    text: (seen) => `${cpu(seen.allPages).toFixed(2)} ms`,
    ratio: (ours, peer) => cpu(peer.allPages) / cpu(ours.allPages),
  },
  {
    name: 'cold start, to the end of the first page',
    text: (seen) => ms(pageMs(seen)),
    ratio: (ours, peer) => pageMs(ours) / pageMs(peer),
    bar: {
      text: `≤ 1/${leastTimesSooner} of the fastest`,
      hardest: Math.max,
      isMet: (ratio) => ratio <= 1 / leastTimesSooner,
    },
  },
  { name: 'RSS after it', text: (seen) => mb(rss(seen)), ratio: (ours, peer) => rss(ours) / rss(peer) },
];

/** The name of a peer, and how many products it holds where these are not all. */
const labelOf = ({ contestant }: Seen) =>
  contestant.records === records
    ? contestant.name
    : `${contestant.name} with only ${contestant.records.toLocaleString('en')} products`;

function figuresOf({ name, text, ratio, bar }: Line, ours: Seen, others: readonly Seen[]): Figure[] {
  const hardest = bar?.hardest(...others.map((peer) => ratio(ours, peer)));
  return others.map((peer) => {
    const own = ratio(ours, peer);
    return {
      name: `${name}, beside ${labelOf(peer)}`,
      measured: text(ours),
      floor: text(peer),
      ratio: own,
      ...(bar && own === hardest ? { bar: bar.text, isMet: bar.isMet(own) } : {}),
    };
  });
}

/** Starts the contestants in turns. */
async function startInTurns(contestants: readonly Contestant[], firstIDs: readonly number[]) {
  const seen = contestants.map((): Start[] => []);
  for (let round = 0; round < starts; round++) {
    for (const [place, one] of contestants.entries()) seen[place]?.push(await firstStart(one, firstIDs));
  }
  return seen;
}

async function readProducts(ours: Contestant, folder: string): Promise<Products> {
  await using server = await ours.start({ timeoutMs: maxStartMs });
  return await writeProducts(server.url, records, folder);
}

/** Our fake and then the peers, each with as many products as it can hold. */
async function measure(folder: string, installed: InstalledPackages): Promise<Seen[]> {
  const ours = oursWith(records, installed);
  const products = await readProducts(ours, folder);
  const contestants = [ours];
  for (const peer of fakes) contestants.push(await fit(peer, { folder, products }));
  const coldStarts = await startInTurns(contestants, products.firstIDs);
  const loads = await loadInTurns(contestants, products.firstIDs, installed.program('load'));
  return contestants.map((contestant, place) => ({
    contestant,
    starts: coldStarts[place] ?? [],
    ...(loads[place] ?? { firstPage: [], allPages: [] }),
  }));
}

export const peers: Bench = {
  name: 'peers',
  about: 'pages and starts of other fakes with the same 100,000 products, as the floors of ours',
  async run(context) {
    using installation = await installPeers(fakes.map((peer) => peer.package));
    const [ours, ...others] = await measure(installation.folder, await context.installed());
    if (ours === undefined) return [];
    return lines.flatMap((line) => figuresOf(line, ours, others));
  },
};
