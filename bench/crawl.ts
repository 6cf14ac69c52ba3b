import { logIn, post } from './api.ts';
import { type Bench, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { pinned } from './pinned.ts';
import { startServer } from './server-process.ts';
import { mb, perSecond } from './units.ts';

const products = 1_000_000;
const pageSize = 1000;
const maxIdleBytes = 120 * 1024 * 1024;
const maxCrawledBytes = 400 * 1024 * 1024;

/** Reads all products page by page, and answers how many there were. */
async function crawl(url: string, sessionKey: string): Promise<number> {
  let records = 0;
  for (let pageNo = 1; pageNo <= products / pageSize; pageNo++) {
    const fields = {
      clientCode: '100001',
      sessionKey,
      request: 'getProducts',
      recordsOnPage: String(pageSize),
      pageNo: String(pageNo),
      orderBy: 'productID',
      orderByDir: 'asc',
    };
    const text = await post(url, new URLSearchParams(fields).toString());
    // The status is at the start: reading 190 MB of records as JSON would be measured, too.
    records += Number(/"recordsInResponse":(\d+)/.exec(text.slice(0, 400))?.[1]);
  }
  return records;
}

/** What a fresh process showed. */
interface Crawl {
  readonly idleBytes: number;
  readonly rssBytes: number;
  readonly peakBytes: number;
  readonly seconds: number;
}

function figuresOf({ idleBytes, rssBytes, peakBytes, seconds }: Crawl): Figure[] {
  return [
    {
      name: 'RSS idle after a login, 1,000,000 products',
      bar: `≤ ${mb(maxIdleBytes)}`,
      measured: mb(idleBytes),
      value: { amount: idleBytes, unit: 'bytes' },
      isMet: idleBytes <= maxIdleBytes,
    },
    {
      name: 'RSS after a crawl of all, with the default of --cache-megabytes',
      bar: `≤ ${mb(maxCrawledBytes)}`,
      measured: `${mb(rssBytes)}, at its peak ${mb(peakBytes)}`,
      value: { amount: peakBytes, unit: 'bytes' },
      isMet: peakBytes <= maxCrawledBytes,
    },
    {
      name: `the crawl, ${products / pageSize} pages of ${pageSize}, one connection`,
      measured: `${seconds.toFixed(1)} s, ${perSecond(products / seconds)}`,
      value: { amount: products / seconds, unit: 'perSecond' },
    },
  ];
}

async function crawlFresh(installed: InstalledPackages): Promise<Figure[]> {
  const options = ['--products', String(products), '--quota', '100000000'];
  await using server = await startServer(installed.mock(...options), await pinned(0));
  const sessionKey = await logIn(server.url);
  const idleBytes = server.rssBytes();
  const startedAt = performance.now();
  const records = await crawl(server.url, sessionKey);
  const seconds = (performance.now() - startedAt) / 1000;
  if (records !== products) throw new Error(`the crawl saw ${records} records, not ${products}`);
  return figuresOf({ idleBytes, seconds, rssBytes: server.rssBytes(), peakBytes: server.peakRssBytes() });
}

export const fullCrawl: Bench = {
  name: 'crawl',
  about: 'memory of a shop of 1,000,000 products, before and after all of them are read',
  parts: [{ name: 'crawl', measure: async (installed) => readingsOf(await crawlFresh(installed)) }],
  run: async (context) => crawlFresh(await context.installed()),
};
