import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { changeShop } from '../demo/change-shop.ts';
import { logIn } from '../demo/classic-api.ts';
import type { Difference } from '../demo/compare.ts';
import { demoAccount, demoEnvironment } from '../demo/demo-account.ts';
import { type FeedReport, type ImportReport, importLines, totalOf } from '../demo/report.ts';
import { type AppRun, runApp } from '../demo/run-app.ts';
import { type Fake, startFake } from '../demo/start-fake.ts';
import { changePeople } from './change-people.ts';
import { compareLargeShop } from './compare-large-shop.ts';
import { comparePeople } from './compare-people.ts';

export interface LargeShopOptions {
  /** Where database and feed go; emptied first. */
  readonly folder: string;
  readonly products: number;
  readonly customers: number;
  readonly nowMs: () => number;
  /** Takes each step when it is done. */
  readonly onStep: (step: Step) => void;
}

/** What a step did, and what it took. */
interface StepFacts {
  /** Records that were read, changed or compared. */
  readonly records?: number;
  readonly requests?: number;
  readonly costUnits?: number;
  /** The most memory that the program ever had. */
  readonly peakRssBytes?: number;
}

export interface Step extends StepFacts {
  readonly name: string;
  readonly seconds: number;
}

export interface LargeShopResult {
  readonly differences: readonly Difference[];
  /** Units of the hourly quota by the reports of all who asked, and by the fake's own count. */
  readonly reportedUnits: number;
  readonly countedUnits: number;
}

type Mode = 'full' | 'incremental';

/** What happens in the shop of the demo, which has so many products, happens once for each so many of this one. */
const productsOfDemo = 5000;
const peopleLanes = ['customers', 'customerGroups', 'addresses'];
const usageProgram = new URL('../report-usage.js', import.meta.url).href;

/** From an empty folder to a large shop in a database and a feed, changed and brought up to date, compared each time. */
export async function runLargeShop(options: LargeShopOptions): Promise<LargeShopResult> {
  await rm(options.folder, { recursive: true, force: true });
  await mkdir(options.folder, { recursive: true });
  const startedAt = options.nowMs();
  const result = await runStory(options);
  const seconds = (options.nowMs() - startedAt) / 1000;
  options.onStep({ name: 'the fake meanwhile', seconds, ...(await usageOf(options.folder, 'fake')) });
  return result;
}

async function runStory(options: LargeShopOptions): Promise<LargeShopResult> {
  const { folder, products, customers } = options;
  const args = [
    ...['--products', String(products), '--customers', String(customers)],
    ...startOfHour(Date.now()),
  ];
  await using fake = await startFake(demoAccount.clientCode, args, usageEnvironment(folder, 'fake'));
  const api = await logIn({ url: fake.url, ...demoAccount });
  const { step, costUnits } = stepsOf(options);
  const copyAndCompare = async (mode: Mode) => {
    await step(`importer, ${mode}`, () => runImporter(fake, folder, { mode }));
    await step('stock feed', () => runFeed(fake, folder));
    const { tables } = await fake.control<{ tables: { products: number } }>('GET', '');
    const copies = { api, productCount: tables.products, database: databaseIn(folder), feed: folder };
    const compared = await step('all rows compared', () => compareLargeShop(copies));
    await step(`people, ${mode}`, () => runImporter(fake, folder, { mode, lanes: peopleLanes }));
    const people = await step('people compared', () => comparePeople(api, databaseIn(folder)));
    return { ...compared, differences: [...compared.differences, ...people.differences] };
  };
  const before = await copyAndCompare('full');
  await step('the shop changes', async () => {
    const changes = await changeShop(fake, api, {
      products: before.products,
      times: Math.ceil(products / productsOfDemo),
    });
    const people = await changePeople(fake, customers);
    return { records: Object.values(changes).reduce((sum, count) => sum + count, people) };
  });
  const after = await copyAndCompare('incremental');
  return {
    differences: [...before.differences, ...after.differences],
    reportedUnits: Math.round((costUnits() + api.usage().costUnits) * 10) / 10,
    countedUnits: (await fake.control<{ used: number }>('GET', '/quota')).used,
  };
}

/** Runs steps, reports each, and adds up what they cost. */
function stepsOf({ nowMs, onStep }: LargeShopOptions) {
  let sum = 0;
  return {
    costUnits: () => sum,
    async step<TFacts extends StepFacts>(name: string, work: () => Promise<TFacts>): Promise<TFacts> {
      const startedAt = nowMs();
      const facts = await work();
      sum += facts.costUnits ?? 0;
      onStep({ ...facts, name, seconds: (nowMs() - startedAt) / 1000 });
      return facts;
    },
  };
}

interface ImporterRun {
  readonly mode: Mode;
  /** The biggest of them comes first. @default those of a run without `--lanes` */
  readonly lanes?: readonly string[];
}

async function runImporter(fake: Fake, folder: string, { mode, lanes }: ImporterRun): Promise<StepFacts> {
  const { report, usage } = await runMeasured<ImportReport>(fake, folder, {
    app: 'importer',
    args: ['run', ...(lanes ? ['--lanes', lanes.join()] : [])],
  });
  const biggest = lanes?.[0] ?? 'products';
  const found = report.lanes.find(({ lane }) => lane === biggest)?.mode;
  if (found !== mode) throw new Error(`the importer read the ${biggest} in mode ${found}, not ${mode}`);
  const { records, requests, costUnits } = totalOf(importLines('', report));
  return { records, requests, costUnits, ...usage };
}

async function runFeed(fake: Fake, folder: string): Promise<StepFacts> {
  const run = { app: 'stock-feed', args: ['run', '--out', folder] } as const;
  const { report, usage } = await runMeasured<FeedReport>(fake, folder, run);
  return { records: report.rows, requests: report.requests, costUnits: report.costUnits, ...usage };
}

async function runMeasured<TReport>(fake: Fake, folder: string, run: Omit<AppRun, 'env' | 'cwd'>) {
  const env = { ...demoEnvironment(fake, databaseIn(folder)), ...usageEnvironment(folder, run.app) };
  const report = await runApp<TReport>({ ...run, env, cwd: folder });
  return { report, usage: await usageOf(folder, run.app) };
}

const databaseIn = (folder: string) => join(folder, 'erply.db');
const usageFileIn = (folder: string, program: string) => join(folder, `${program}.usage.json`);

/** Has a program of Node write the most memory that it ever had when it ends. */
function usageEnvironment(folder: string, program: string): Record<string, string> {
  return { NODE_OPTIONS: `--import ${usageProgram}`, USAGE_FILE: usageFileIn(folder, program) };
}

async function usageOf(folder: string, program: string): Promise<Pick<StepFacts, 'peakRssBytes'>> {
  return JSON.parse(await readFile(usageFileIn(folder, program), 'utf8'));
}

/** The fake's clock starts with the hour, so that the hourly quota is not begun anew in the middle of the run. */
function startOfHour(nowMs: number): string[] {
  const hour = 3_600_000;
  return ['--now', new Date(Math.floor(nowMs / hour) * hour).toISOString()];
}
