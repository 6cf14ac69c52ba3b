import { join } from 'node:path';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { benchAccount, type MeasuredRun, runMeasured } from './run-measured.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { mb, ms } from './units.ts';

/** As many as make about a million rows of stock: not every product has stock everywhere. */
const products = 171_000;
const warehouses = 10;
const rounds = 3;
const mostRssBytes = 200_000_000;
const mostTimesFloor = 2.5;

interface FeedRun {
  readonly run: MeasuredRun;
  readonly rows: number;
}

/** What a feed is made of: the stock as Erply lists it, or with products, their codes and zeros, as by default. */
const kinds = [
  { name: 'stock rows', options: ['--rows', 'stocked', '--no-identifiers', '--offline'] },
  {
    name: 'rows with codes and zeros',
    // A million rows too: there is one for each product, stocked or not.
    options: ['--offline', ...[1, 2, 3, 4, 5, 6, 7].flatMap((id) => ['--warehouse', String(id)])],
  },
] as const;

type Kind = (typeof kinds)[number];

const startMock = (installed: InstalledPackages) =>
  startServer(
    installed.mock(
      '--products',
      String(products),
      '--warehouses',
      String(warehouses),
      '--quota',
      '100000000',
    ),
  );

/** Writes one CSV with the stock feed. */
async function writeFeed(installed: InstalledPackages, mock: ServerProcess, kind: Kind): Promise<FeedRun> {
  const { run, result } = await runMeasured<{ rows: number }>(
    (folder) =>
      installed.app('stock-feed', 'run', '--json', '--out', join(folder, 'stock.csv'), ...kind.options),
    () => ({ ...benchAccount, ERPLY_API_URL: mock.url }),
  );
  return { run, rows: result.rows };
}

/** Writes the same stock with the bare script. */
async function writeRaw(installed: InstalledPackages, mock: ServerProcess): Promise<FeedRun> {
  const { run, result } = await runMeasured<{ rows: number }>(
    (folder) => [installed.program('raw-feed'), mock.url, join(folder, 'raw.csv')],
    () => ({}),
  );
  return { run, rows: result.rows };
}

const timeOf = (runs: readonly FeedRun[]) => medianOf(runs, ({ run }) => run.ms);
const peakOf = (runs: readonly FeedRun[]) => medianOf(runs, ({ run }) => run.peakRssBytes);

function figuresOf(kind: Kind, own: readonly FeedRun[], floor: readonly FeedRun[]): Figure[] {
  const what = `feed of ${(own[0]?.rows ?? 0).toLocaleString('en')} ${kind.name}`;
  const [took, peak] = [timeOf(own), peakOf(own)];
  const figure = { measured: ms(took), value: { amount: took, unit: 'ms' } } as const;
  const ratio = took / timeOf(floor);
  const hasSameRows = kind === kinds[0];
  return [
    {
      name: `${what}, start of the process included`,
      ...figure,
      floor: `${ms(timeOf(floor))}, ${(floor[0]?.rows ?? 0).toLocaleString('en')} rows`,
      ratio,
      ...(hasSameRows && { bar: `≤ ${mostTimesFloor} ×`, isMet: ratio <= mostTimesFloor }),
    },
    {
      name: `peak RSS of the ${what}`,
      measured: mb(peak),
      value: { amount: peak, unit: 'bytes' },
      floor: mb(peakOf(floor)),
      ratio: peak / peakOf(floor),
      bar: `≤ ${mb(mostRssBytes)}`,
      isMet: peak <= mostRssBytes,
    },
  ];
}

const partOf = (kind: Kind): BenchPart => ({
  name: `feed of ${kind.name}`,
  async measure(installed) {
    await using mock = await startMock(installed);
    return readingsOf(figuresOf(kind, [await writeFeed(installed, mock, kind)], []));
  },
});

export const stockFeed: Bench = {
  name: 'feed',
  about: `the stock feed writes a CSV of ${products.toLocaleString('en')} products in ${warehouses} warehouses; floor: undici, csv-parse and one line a row`,
  parts: kinds.map(partOf),
  async run(context) {
    const installed = await context.installed();
    await using mock = await startMock(installed);
    const floor: FeedRun[] = [];
    const own = kinds.map((kind) => ({ kind, runs: [] as FeedRun[] }));
    for (let round = 0; round < rounds; round++) {
      floor.push(await writeRaw(installed, mock));
      for (const { kind, runs } of own) runs.push(await writeFeed(installed, mock, kind));
    }
    return own.flatMap(({ kind, runs }) => figuresOf(kind, runs, floor));
  },
};
