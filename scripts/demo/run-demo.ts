import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { changeShop } from './change-shop.ts';
import { logIn } from './classic-api.ts';
import { compareShops, type Difference } from './compare.ts';
import { compareFeed } from './compare-feed.ts';
import { readDatabase } from './database.ts';
import { demoAccount, demoEnvironment } from './demo-account.ts';
import {
  demoLine,
  type FeedReport,
  feedLine,
  type ImportReport,
  importLines,
  type ReportLine,
  startLine,
  totalOf,
} from './report.ts';
import { runApp } from './run-app.ts';
import { readShop } from './shop.ts';
import { type Fake, startFake } from './start-fake.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

export interface DemoOptions {
  /** Where database and feed go; emptied first. */
  readonly folder: string;
  readonly products: number;
  /** Takes one line for the reader. */
  readonly say: (line: string) => void;
}

export interface DemoResult {
  readonly differences: readonly Difference[];
  readonly lines: readonly ReportLine[];
  /** Units of the hourly quota, as the fake has counted them. */
  readonly costUnits: number;
  readonly database: string;
  readonly feed: readonly string[];
}

/** From an empty folder to a shop in a database and a feed, both compared with the shop record by record. */
export async function runDemo({ folder, products, say }: DemoOptions): Promise<DemoResult> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const database = join(folder, 'erply.db');
  const programs = createStopwatch(() => performance.now());
  await using fake = await programs.time(
    startFake(demoAccount.clientCode, ['--products', String(products), ...startOfHour()]),
  );
  say(`A fake Erply answers at ${fake.url}: a made-up shop with ${products.toLocaleString('en')} products.`);
  const { api, reported, feed } = await liveThrough({ fake, database, folder, programs, say });
  say('Database and feed are compared with the shop, record by record.');
  const { tables } = await fake.control<{ tables: { products: number } }>('GET', '');
  const shop = await readShop(api, tables.products);
  const differences = [...compareShops(shop, readDatabase(database)), ...(await compareFeed(shop, folder))];
  const rest = [
    startLine(programs.timedSeconds() - totalOf(reported).seconds),
    demoLine(api.usage(), programs.wholeSeconds() - programs.timedSeconds()),
  ];
  return {
    differences,
    lines: [...reported, ...rest],
    costUnits: (await fake.control<{ used: number }>('GET', '/quota')).used,
    database,
    feed: feed.files.map((file) => file.path),
  };
}

interface Stage {
  readonly fake: Fake;
  readonly database: string;
  readonly folder: string;
  /** Times the programs. */
  readonly programs: Stopwatch;
  readonly say: (line: string) => void;
}

/** A full import, changes in the shop, an import of what changed, and a feed. */
async function liveThrough({ fake, database, folder, programs, say }: Stage) {
  const env = demoEnvironment(fake, database);
  const importer = { app: 'importer', args: ['run'], env, cwd: folder } as const;
  say('The importer copies the whole shop into SQLite.');
  const full = await programs.time(runApp<ImportReport>(importer));
  say('The shop lives on: products are added, edited, archived and deleted, goods come and go.');
  const api = await logIn({ url: fake.url, ...demoAccount });
  await changeShop(fake, api, { products: readDatabase(database).products });
  say('The importer runs again and reads only what changed.');
  const changes = await programs.time(runApp<ImportReport>(importer));
  say('The stock feed is written.');
  const feeding = { ...importer, app: 'stock-feed', args: ['run', '--out', folder] } as const;
  const feed = await programs.time(runApp<FeedReport>(feeding));
  const reported = [...importLines('full', full), ...importLines('changes', changes), feedLine(feed)];
  return { api, feed, reported };
}

/** The fake's clock starts with the hour, so that the hourly quota is not begun anew in the middle of the demo. */
function startOfHour(): string[] {
  const hour = 3_600_000;
  return ['--now', new Date(Math.floor(Date.now() / hour) * hour).toISOString()];
}
