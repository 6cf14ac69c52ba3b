import { runForJson } from '@erply-kit/tooling';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { median } from './median.ts';
import { pinned } from './pinned.ts';

interface FirstUse {
  readonly name: string;
  readonly totalMs: number;
  /** The longest that a small request waited meanwhile. */
  readonly longestMs: number;
}

interface Measured {
  readonly firstUses: readonly FirstUse[];
  /** Milliseconds of each round, by request. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

/** What is asked of any list, and what the same run asks of products: those have an engine that finds them. */
const floors: Readonly<Record<string, string>> = {
  'getSuppliers by key': 'getProducts by key',
  'getLocationsInWarehouse by key': 'getProducts by key',
  'getSuppliers, a page of 20': 'getProducts, a page of 20',
  'getBrands, a page of 20': 'getProducts, a page of 20',
};
const maxRatio = 1.5;
const maxWaitMs = 50;

const msText = (value: number) => `${value.toFixed(2)} ms`;

function warmFigure(name: string, floor: string, { times }: Measured): Figure {
  const [own, least] = [median(times[name] ?? []), median(times[floor] ?? [])];
  return {
    name: `${name}, of 100,000`,
    bar: `≤ ${maxRatio} × getProducts`,
    measured: msText(own),
    value: { amount: own, unit: 'ms' },
    floor: msText(least),
    ratio: own / least,
    isMet: own / least <= maxRatio,
  };
}

function firstFigures({ name, totalMs, longestMs }: FirstUse): Figure[] {
  return [
    {
      name: `first use: ${name}`,
      measured: msText(totalMs),
      value: { amount: totalMs, unit: 'ms' },
    },
    {
      name: `the longest that another request waited meanwhile: ${name}`,
      bar: `≤ ${maxWaitMs} ms`,
      measured: msText(longestMs),
      value: { amount: longestMs, unit: 'ms' },
      isMet: longestMs <= maxWaitMs,
    },
  ];
}

async function measure(installed: InstalledPackages): Promise<Figure[]> {
  const command = [...(await pinned(1)), process.execPath, installed.program('list-times')];
  const measured = await runForJson<Measured>(command);
  return [
    ...Object.entries(floors).map(([name, floor]) => warmFigure(name, floor, measured)),
    ...measured.firstUses.flatMap(firstFigures),
  ];
}

const part: BenchPart = {
  name: 'lists of 100,000 records',
  measure: async (installed) => readingsOf(await measure(installed)),
};

export const lists: Bench = {
  name: 'lists',
  about:
    'suppliers, brands and shelves, 100,000 of each: by key, by page, and at first use; asked in process',
  parts: [part],
  run: async (context) => await measure(await context.installed()),
};
