import { join } from 'node:path';

import { type Bench, type BenchPart, type Figure, type Reading, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { benchAccount, type MeasuredRun as Run, runMeasured } from './run-measured.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { mb, ms } from './units.ts';

/** Rounds by the number of products: enough for a median, short enough to wait for. */
const sizes = [
  { products: 5000, rounds: 5 },
  { products: 100_000, rounds: 3 },
] as const;
/** What is copied: products alone, or all that the importer knows, which is products and stock for the most part. */
const scopes = ['products', 'shop'] as const;

interface Case {
  readonly products: number;
  readonly scope: (typeof scopes)[number];
}

interface Counts {
  readonly products: number;
  readonly stock: number;
}

/** With a database of its own. */
const runFresh = <TResult>(program: (folder: string) => readonly string[], env: Record<string, string>) =>
  runMeasured<TResult>(program, (folder) => ({ ...env, DATABASE_URL: `sqlite:${join(folder, 'erply.db')}` }));

interface Report {
  readonly lanes: readonly { readonly lane: string; readonly records: number }[];
}

/** Copies with the importer. Throws when it did not copy all. */
async function importOnce(installed: InstalledPackages, mock: ServerProcess, one: Case): Promise<Run> {
  const lanes = one.scope === 'products' ? ['--lanes', 'products'] : [];
  const command = installed.app('importer', 'run', '--json', ...lanes);
  const { run, result } = await runFresh<Report>(() => command, { ...benchAccount, ERPLY_API_URL: mock.url });
  const countOf = (lane: string) => result.lanes.find((found) => found.lane === lane)?.records ?? 0;
  return checked(run, one, { products: countOf('products'), stock: countOf('stock') });
}

/** Copies with the bare script. */
async function copyRaw(installed: InstalledPackages, mock: ServerProcess, one: Case): Promise<Run> {
  const stock = one.scope === 'shop' ? ['stock'] : [];
  const { run, result } = await runFresh<Counts>(
    (folder) => [installed.program('raw-import'), mock.url, join(folder, 'raw.db'), ...stock],
    {},
  );
  return checked(run, one, result);
}

function checked(run: Run, { products, scope }: Case, counts: Counts): Run {
  if (counts.products !== products) throw new Error(`${counts.products} products came, not ${products}`);
  if (scope === 'shop' && counts.stock < products) throw new Error(`only ${counts.stock} rows of stock came`);
  return run;
}

const startMock = (installed: InstalledPackages, products: number) =>
  startServer(installed.mock('--products', String(products), '--quota', '100000000'));

function figuresOf({ products, scope }: Case, own: readonly Run[], floor: readonly Run[]): Figure[] {
  const count = `${products.toLocaleString('en')} products`;
  const what = scope === 'products' ? count : `a shop of ${count} with its stock`;
  const of = (runs: readonly Run[]) => ({
    ms: medianOf(runs, (run) => run.ms),
    peak: medianOf(runs, (run) => run.peakRssBytes),
  });
  const [ours, least] = [of(own), of(floor)];
  return [
    {
      name: `import of ${what}, start of the process included`,
      measured: ms(ours.ms),
      value: { amount: ours.ms, unit: 'ms' },
      floor: ms(least.ms),
      ratio: ours.ms / least.ms,
    },
    {
      name: `peak RSS of the import of ${what}`,
      measured: mb(ours.peak),
      value: { amount: ours.peak, unit: 'bytes' },
      floor: mb(least.peak),
      ratio: ours.peak / least.peak,
    },
  ];
}

async function measureInTurns(installed: InstalledPackages, one: Case, rounds: number): Promise<Figure[]> {
  await using mock = await startMock(installed, one.products);
  const own: Run[] = [];
  const floor: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await copyRaw(installed, mock, one));
    own.push(await importOnce(installed, mock, one));
  }
  return figuresOf(one, own, floor);
}

async function measureSide(installed: InstalledPackages, one: Case): Promise<Reading[]> {
  await using mock = await startMock(installed, one.products);
  return readingsOf(figuresOf(one, [await importOnce(installed, mock, one)], []));
}

const cases = sizes.flatMap(({ products, rounds }) => scopes.map((scope) => ({ products, scope, rounds })));

const partOf = (one: Case): BenchPart => ({
  name: `import, ${one.products.toLocaleString('en')} products${one.scope === 'shop' ? ' with their stock' : ''}`,
  measure: (installed) => measureSide(installed, one),
});

export const fullImport: Bench = {
  name: 'import',
  about:
    'the importer copies 5,000 and 100,000 products, alone and with their stock, into SQLite; floor: undici, JSON.parse and one INSERT a record',
  parts: cases.map(partOf),
  async run(context) {
    const installed = await context.installed();
    const figures: Figure[] = [];
    for (const one of cases) figures.push(...(await measureInTurns(installed, one, one.rounds)));
    return figures;
  },
};
