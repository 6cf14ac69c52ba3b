import { join } from 'node:path';

import type { Bench, Figure } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { benchAccount, runMeasured } from './run-measured.ts';
import { startServer } from './server-process.ts';
import { mb, ms } from './units.ts';

const sizes = [10_000, 100_000, 1_000_000] as const;
/** How much more the largest shop may need than the smallest. */
const maxGrowth = 1.25;
const heapMegabytes = 128;
const startMs = 10 * 60_000;

interface Report {
  readonly lanes: readonly { readonly lane: string; readonly records: number }[];
}

/** Copies a shop of so many products with their stock into SQLite. Throws when it did not copy all. */
async function importShop(installed: InstalledPackages, products: number) {
  const options = ['--products', String(products), '--quota', '100000000'];
  await using mock = await startServer(installed.mock(...options), [], { timeoutMs: startMs });
  const command = installed.app('importer', 'run', '--json', '--lanes', 'warehouses,products,stock');
  const { run, result } = await runMeasured<Report>(
    () => [`--max-old-space-size=${heapMegabytes}`, ...command],
    (folder) => ({
      ...{ ...benchAccount, ERPLY_API_URL: mock.url },
      DATABASE_URL: `sqlite:${join(folder, 'erply.db')}`,
    }),
  );
  const read = result.lanes.find(({ lane }) => lane === 'products')?.records;
  if (read !== products) throw new Error(`${read} products came, not ${products}`);
  return run;
}

export const importMemory: Bench = {
  name: 'import-memory',
  about: `peak RSS of the importer with 10,000, 100,000 and 1,000,000 products and their stock, with --max-old-space-size=${heapMegabytes}`,
  async run(context) {
    const installed = await context.installed();
    const figures: Figure[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const products of sizes) {
      const { peakRssBytes: peak, ms: took } = await importShop(installed, products);
      least = Math.min(least, peak);
      figures.push({
        name: `peak RSS of the import of ${products.toLocaleString('en')} products with their stock`,
        bar: `≤ ${maxGrowth} × the smallest`,
        measured: `${mb(peak)} (${ms(took)})`,
        value: { amount: peak, unit: 'bytes' },
        floor: mb(least),
        ratio: peak / least,
        isMet: peak / least <= maxGrowth,
      });
    }
    return figures;
  },
};
