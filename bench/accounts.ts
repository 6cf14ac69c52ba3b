import { join } from 'node:path';

import { runForJson } from '@erply-kit/tooling';

import { type Bench, type Figure, type Reading, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { pinned } from './pinned.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { mb } from './units.ts';

const readers = 10_000;
const changed = 1000;
/** Products that each changed account saves. */
const savesEach = 5;
const rounds = 3;
const pagesPerRound = 4000;
const connections = 8;
const maxRssBytes = 400 * 1024 * 1024;
const maxRatio = 2;

/** As a user starts it who has so many accounts; the one account of the floor asks for all pages of a run. */
const mockOptions = ['--max-accounts', String(readers + changed), '--quota', '1000000'];

/** Opening the accounts takes a minute or so. */
const openingMs = 15 * 60_000;

interface Pages {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly wrong: number;
}

/** A fake with accounts that have read, and the file of their session keys. */
interface Opened {
  readonly server: ServerProcess;
  readonly file: string;
}

/** How programs of the load are started: on a core of their own, where the system can do that. */
const programOf = async (installed: InstalledPackages, name: string) => [
  ...(await pinned(1)),
  process.execPath,
  installed.program(name),
];

async function open(
  installed: InstalledPackages,
  server: ServerProcess,
  wanted: { readonly accounts: number; readonly changed: number },
): Promise<Opened> {
  const file = join(installed.folder, `keys-of-${wanted.accounts}.json`);
  const argument = JSON.stringify({ url: server.url, file, ...wanted, savesEach, connections });
  const program = await programOf(installed, 'open-accounts');
  const opened = await runForJson<{ accounts: number }>([...program, argument], { timeoutMs: openingMs });
  if (opened.accounts !== wanted.accounts) throw new Error(`only ${opened.accounts} accounts were opened`);
  return { server, file };
}

async function readPages(installed: InstalledPackages, { server, file }: Opened, seed: number) {
  const argument = JSON.stringify({ url: server.url, file, connections, requests: pagesPerRound, seed });
  const pages = await runForJson<Pages>([...(await programOf(installed, 'account-pages')), argument]);
  if (pages.wrong > 0) throw new Error(`${pages.wrong} of ${pagesPerRound} answers were not pages`);
  return pages;
}

const p99 = (pages: readonly Pages[]) => medianOf(pages, ({ p99Ms }) => p99Ms);
const times = (pages: readonly Pages[]) =>
  `${medianOf(pages, ({ p50Ms }) => p50Ms).toFixed(1)} / ${p99(pages).toFixed(1)} ms`;

/** What both fakes came to. */
interface Results {
  readonly of: { readonly one: readonly Pages[]; readonly many: readonly Pages[] };
  readonly rssBytes: { readonly one: number; readonly many: number };
}

function figuresOf({ of, rssBytes }: Results): Figure[] {
  const ratio = p99(of.many) / p99(of.one);
  const eachBytes = (rssBytes.many - rssBytes.one) / (readers + changed);
  return [
    {
      name: `RSS with ${readers} accounts that read and ${changed} that changed products`,
      bar: `≤ ${mb(maxRssBytes)}`,
      measured: mb(rssBytes.many),
      value: { amount: rssBytes.many, unit: 'bytes' },
      floor: `one account: ${mb(rssBytes.one)}`,
      ratio: rssBytes.many / rssBytes.one,
      isMet: rssBytes.many <= maxRssBytes,
    },
    { name: 'each of them', measured: `${(eachBytes / 1024).toFixed(1)} KB` },
    {
      name: `p50 / p99 of a page of 100 of any of them, ${connections} connections`,
      bar: `p99 ≤ ${maxRatio} × floor's`,
      measured: times(of.many),
      floor: `one account: ${times(of.one)}`,
      ratio,
      isMet: ratio <= maxRatio,
    },
  ];
}

async function measure(installed: InstalledPackages, roundCount: number): Promise<Figure[]> {
  const core = await pinned(0);
  await using few = await startServer(installed.mock(...mockOptions), core);
  await using lots = await startServer(installed.mock(...mockOptions), core);
  const one = await open(installed, few, { accounts: 1, changed: 0 });
  const many = await open(installed, lots, { accounts: readers + changed, changed });
  const of = { one: [] as Pages[], many: [] as Pages[] };
  // The first round is for the compiler and not counted.
  for (let round = 0; round <= roundCount; round += 1) {
    const ofOne = await readPages(installed, one, round + 1);
    const ofMany = await readPages(installed, many, round + 1);
    if (round === 0) continue;
    of.one.push(ofOne);
    of.many.push(ofMany);
  }
  return figuresOf({ of, rssBytes: { one: few.rssBytes(), many: lots.rssBytes() } });
}

const measureSide = async (installed: InstalledPackages): Promise<Reading[]> =>
  readingsOf(await measure(installed, 1));

export const accounts: Bench = {
  name: 'accounts',
  parts: [{ name: 'accounts', measure: measureSide }],
  about: `${readers} accounts that read and ${changed} that changed products in one fake; floor: one account`,
  run: async (context) => measure(await context.installed(), rounds),
};
