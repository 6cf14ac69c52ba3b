import { join } from 'node:path';

import { type PostgresServer, startPostgresServer } from '@erply-kit/tooling/postgres-server';

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
const databases = ['SQLite', 'PostgreSQL'] as const;
/** Of the floor's speed, with all records checked against their schemas. */
const leastSpeed = 0.4;
const judgedProducts = 100_000;

interface Case {
  readonly products: number;
  readonly scope: (typeof scopes)[number];
  readonly database: (typeof databases)[number];
}

/** What a case is measured on. */
interface Setting {
  readonly installed: InstalledPackages;
  readonly mock: ServerProcess;
  readonly postgres: PostgresServer | undefined;
}

interface Counts {
  readonly products: number;
  readonly stock: number;
}

let schemas = 0;

/** A database that is not there yet. */
const newDatabase = ({ postgres }: Setting, folder: string) =>
  postgres ? `${postgres.url()}?schema=import_${++schemas}` : `sqlite:${join(folder, 'erply.db')}`;

interface Report {
  readonly lanes: readonly { readonly lane: string; readonly records: number }[];
}

/** Copies with the importer. Throws when it did not copy all. */
async function importOnce(setting: Setting, one: Case): Promise<Run> {
  const lanes = one.scope === 'products' ? ['--lanes', 'products'] : [];
  const command = setting.installed.app('importer', 'run', '--json', ...lanes);
  const { run, result } = await runMeasured<Report>(
    () => command,
    (folder) => ({
      ...{ ...benchAccount, ERPLY_API_URL: setting.mock.url },
      DATABASE_URL: newDatabase(setting, folder),
    }),
  );
  const countOf = (lane: string) => result.lanes.find((found) => found.lane === lane)?.records ?? 0;
  return checked(run, one, { products: countOf('products'), stock: countOf('stock') });
}

/** Copies with the bare script. */
async function copyRaw({ installed, mock, postgres }: Setting, one: Case): Promise<Run> {
  const stock = one.scope === 'shop' ? ['stock'] : [];
  const program = installed.program(postgres ? 'raw-import-postgres' : 'raw-import');
  const { run, result } = await runMeasured<Counts>(
    (folder) => [program, mock.url, postgres?.url() ?? join(folder, 'raw.db'), ...stock],
    () => ({}),
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

function figuresOf(one: Case, own: readonly Run[], floor: readonly Run[]): Figure[] {
  const { products, scope, database } = one;
  const count = `${products.toLocaleString('en')} products`;
  const what = `${scope === 'products' ? count : `a shop of ${count} with its stock`} to ${database}`;
  const of = (runs: readonly Run[]) => ({
    ms: medianOf(runs, (run) => run.ms),
    peak: medianOf(runs, (run) => run.peakRssBytes),
  });
  const [ours, least] = [of(own), of(floor)];
  const isJudged = scope === 'products' && products === judgedProducts && floor.length > 0;
  return [
    {
      name: `import of ${what}, start of the process included`,
      ...(isJudged && {
        bar: `≥ ${leastSpeed * 100}% of the floor's speed`,
        isMet: least.ms / ours.ms >= leastSpeed,
      }),
      measured: `${ms(ours.ms)}, ${Math.round((least.ms / ours.ms) * 100)}% of the floor's speed`,
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

/** Opens what a case is measured on; it goes at the end. */
async function openSetting(installed: InstalledPackages, one: Case) {
  await using opening = new AsyncDisposableStack();
  const mock = opening.use(await startMock(installed, one.products));
  const postgres = one.database === 'PostgreSQL' ? opening.use(await startPostgresServer()) : undefined;
  const resources = opening.move();
  return { setting: { installed, mock, postgres }, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

async function measureInTurns(installed: InstalledPackages, one: Case, rounds: number): Promise<Figure[]> {
  await using opened = await openSetting(installed, one);
  const own: Run[] = [];
  const floor: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await copyRaw(opened.setting, one));
    own.push(await importOnce(opened.setting, one));
  }
  return figuresOf(one, own, floor);
}

async function measureSide(installed: InstalledPackages, one: Case): Promise<Reading[]> {
  await using opened = await openSetting(installed, one);
  return readingsOf(figuresOf(one, [await importOnce(opened.setting, one)], []));
}

const cases = databases.flatMap((database) =>
  sizes.flatMap(({ products, rounds }) => scopes.map((scope) => ({ products, scope, database, rounds }))),
);

const partOf = (one: Case): BenchPart => ({
  name: `import to ${one.database}, ${one.products.toLocaleString('en')} products${one.scope === 'shop' ? ' with their stock' : ''}`,
  measure: (installed) => measureSide(installed, one),
});

export const fullImport: Bench = {
  name: 'import',
  about:
    'the importer copies 5,000 and 100,000 products, alone and with their stock, into SQLite and PostgreSQL; floor: undici, JSON.parse and INSERTs of records',
  parts: cases.map(partOf),
  async run(context) {
    const installed = await context.installed();
    const figures: Figure[] = [];
    for (const one of cases) figures.push(...(await measureInTurns(installed, one, one.rounds)));
    return figures;
  },
};
