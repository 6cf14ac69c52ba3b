import { logIn, readFirstPage, recordsOf } from './api.ts';
import { type Bench, type Figure, type Reading, readingsOf } from './bench.ts';
import { writeFirstPage } from './first-page.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { startServer } from './server-process.ts';
import { mb, ms } from './units.ts';

const starts = 9;
const sizes = [0, 1000, 100_000, 1_000_000] as const;
const maxLaterMs = 200;
const maxSizeMs = 150;
const customers = [0, 1_000_000] as const;
const maxCustomersMs = 50;
const maxRssBytes = 120 * 1024 * 1024;

/** One start of a server, until it has answered its first product page. */
interface Start {
  readonly readyMs: number;
  readonly pageMs: number;
  readonly cpuMs: number;
  readonly rssBytes: number;
}

async function start(args: readonly string[], needsLogin: boolean, records: number): Promise<Start> {
  await using server = await startServer(args);
  const readyMs = performance.now() - server.startedAt;
  const text = await readFirstPage(server.url, needsLogin ? await logIn(server.url) : 'none');
  const pageMs = performance.now() - server.startedAt;
  const cpuMs = server.cpuMs();
  const rssBytes = server.rssBytes();
  if (recordsOf(text) !== records)
    throw new Error(`the first page has ${recordsOf(text)} records, not ${records}`);
  return { readyMs, pageMs, cpuMs, rssBytes };
}

/** Starts the naive server and fakes of these sizes in turns. */
async function startAll(installed: InstalledPackages) {
  const naive = [installed.program('naive-server'), await writeFirstPage(installed)];
  const naiveStarts: Start[] = [];
  const mockStarts = sizes.map((): Start[] => []);
  for (let round = 0; round < starts; round++) {
    naiveStarts.push(await start(naive, false, 100));
    for (const [place, size] of sizes.entries()) {
      const mock = installed.mock('--products', String(size));
      mockStarts[place]?.push(await start(mock, true, Math.min(size, 100)));
    }
  }
  return { naiveStarts, mockStarts };
}

function figuresOf(size: number, mock: readonly Start[], naive: readonly Start[]): Figure[] {
  const pageMs = medianOf(mock, (one) => one.pageMs);
  const floorMs = medianOf(naive, (one) => one.pageMs);
  const rssBytes = medianOf(mock, (one) => one.rssBytes);
  const floorRss = medianOf(naive, (one) => one.rssBytes);
  const cpuMs = medianOf(mock, (one) => one.cpuMs);
  const floorCpu = medianOf(naive, (one) => one.cpuMs);
  const hasBar = size === 100_000;
  const shop = `${size.toLocaleString('en')} products`;
  const later = { bar: `≤ floor + ${maxLaterMs} ms`, isMet: pageMs - floorMs <= maxLaterMs };
  const small = { bar: `≤ ${mb(maxRssBytes)}`, isMet: rssBytes <= maxRssBytes };
  return [
    {
      name: `first page, ${shop}`,
      measured: ms(pageMs),
      floor: ms(floorMs),
      value: { amount: pageMs, unit: 'ms' },
      ratio: pageMs / floorMs,
      ...(hasBar ? later : {}),
    },
    {
      name: `processor time of it, ${shop}`,
      measured: ms(cpuMs),
      floor: ms(floorCpu),
      value: { amount: cpuMs, unit: 'ms' },
      ratio: cpuMs / floorCpu,
    },
    {
      name: `RSS after it, ${shop}`,
      measured: mb(rssBytes),
      floor: mb(floorRss),
      value: { amount: rssBytes, unit: 'bytes' },
      ratio: rssBytes / floorRss,
      ...(hasBar ? small : {}),
    },
  ];
}

/** One start of each size; the floors of these figures are not looked at. */
async function measureSide(installed: InstalledPackages): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const size of sizes) {
    const mock = installed.mock('--products', String(size));
    const one = await start(mock, true, Math.min(size, 100));
    readings.push(...readingsOf(figuresOf(size, [one], [])));
  }
  return readings;
}

/** How much later a fake with a million customers can answer than one without any. */
async function customersFigure(installed: InstalledPackages): Promise<Figure> {
  const readyMs = customers.map((): number[] => []);
  for (let round = 0; round < starts; round++) {
    for (const [place, count] of customers.entries()) {
      await using server = await startServer(installed.mock('--customers', String(count)));
      readyMs[place]?.push(performance.now() - server.startedAt);
    }
  }
  const [noneMs = Number.NaN, millionMs = Number.NaN] = readyMs.map((all) => medianOf(all, (one) => one));
  const laterMs = millionMs - noneMs;
  return {
    name: 'ready with 1,000,000 customers beside ready with none',
    bar: `≤ ${maxCustomersMs} ms later`,
    measured: `${ms(laterMs)} later`,
    isMet: laterMs <= maxCustomersMs,
  };
}

/** What a large shop adds to the start. */
function sizeFigure(empty: readonly Start[], million: readonly Start[]): Figure {
  const [emptyMs, millionMs] = [empty, million].map((all) => medianOf(all, (one) => one.pageMs));
  const laterMs = (millionMs ?? Number.NaN) - (emptyMs ?? Number.NaN);
  return {
    name: 'first page of 1,000,000 products beside that of none',
    bar: `≤ ${maxSizeMs} ms later`,
    measured: `${ms(laterMs)} later`,
    isMet: laterMs <= maxSizeMs,
  };
}

export const coldStart: Bench = {
  name: 'cold-start',
  about: 'from the start of erply-mock to its first product page, and its memory; floor: a naive Hono server',
  parts: [{ name: 'cold-start', measure: measureSide }],
  async run(context) {
    const installed = await context.installed();
    const { naiveStarts, mockStarts } = await startAll(installed);
    const figures = sizes.flatMap((size, place) => figuresOf(size, mockStarts[place] ?? [], naiveStarts));
    const bySize = sizeFigure(mockStarts[0] ?? [], mockStarts.at(-1) ?? []);
    return [...figures, bySize, await customersFigure(installed)];
  },
};
