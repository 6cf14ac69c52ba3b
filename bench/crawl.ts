import { logIn, post } from './api.ts';
import type { Bench } from './bench.ts';
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

export const fullCrawl: Bench = {
  name: 'crawl',
  about: 'memory of a shop of 1,000,000 products, before and after all of them are read',
  async run(context) {
    const installed = await context.installed();
    const options = ['--products', String(products), '--quota', '100000000'];
    await using server = await startServer(installed.mock(...options), await pinned(0));
    const sessionKey = await logIn(server.url);
    const idleBytes = server.rssBytes();
    const startedAt = performance.now();
    const records = await crawl(server.url, sessionKey);
    const seconds = (performance.now() - startedAt) / 1000;
    if (records !== products) throw new Error(`the crawl saw ${records} records, not ${products}`);
    const rssBytes = server.rssBytes();
    return [
      {
        name: 'RSS idle after a login, 1,000,000 products',
        bar: `≤ ${mb(maxIdleBytes)}`,
        measured: mb(idleBytes),
        isMet: idleBytes <= maxIdleBytes,
      },
      {
        name: 'RSS after a crawl of all, with the default of --cache-megabytes',
        bar: `≤ ${mb(maxCrawledBytes)}`,
        measured: `${mb(rssBytes)}, at its peak ${mb(server.peakRssBytes())}`,
        isMet: server.peakRssBytes() <= maxCrawledBytes,
      },
      {
        name: `the crawl, ${products / pageSize} pages of ${pageSize}, one connection`,
        measured: `${seconds.toFixed(1)} s, ${perSecond(products / seconds)}`,
      },
    ];
  },
};
