import { runForJson } from '@erply-kit/tooling';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { median } from './median.ts';
import { pinned } from './pinned.ts';
import { mb } from './units.ts';

/** Of the shop, and of what is measured. */
const sizes = { products: 100_000, documents: 100_000, rows: 20, saves: 1000, rounds: 15 };
const manyDocuments = 1_000_000;
const maxSaveMs = 2;
/** `--cache-megabytes` where nothing is said. */
const cacheBytes = 48 * 1024 * 1024;
/** A million documents are written one by one. */
const longMs = 30 * 60_000;

interface Times {
  readonly perSave: readonly number[];
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const msText = (value: number) => `${value.toFixed(2)} ms`;

function saveFigure({ perSave }: Times): Figure {
  const each = median(perSave);
  return {
    name: `processor time of saveSalesDocument with ${sizes.rows} rows, ${sizes.documents} documents of ${sizes.products} products`,
    bar: `≤ ${maxSaveMs} ms`,
    measured: msText(each),
    value: { amount: each, unit: 'ms' },
    isMet: each <= maxSaveMs,
  };
}

/** How many times as many pages as the floor answers in the same processor time. */
function pageFigure({ times }: Times, name: string, hasBar: boolean): Figure {
  const [own, least] = [median(times[name] ?? []), median(times[`${name}, floor`] ?? [])];
  const ratio = least / own;
  return {
    name: `processor time of getSalesDocuments, 100 with rows: ${name}`,
    measured: msText(own),
    value: { amount: own, unit: 'ms' },
    floor: `c.json of the same records: ${msText(least)}`,
    ratio,
    ...(hasBar ? { bar: '≥ 1.0 × floor', isMet: ratio >= 1 } : {}),
  };
}

const programOf = async (installed: InstalledPackages, name: string, ...flags: string[]) => [
  ...(await pinned(1)),
  process.execPath,
  ...flags,
  installed.program(name),
];

async function memoryOf(installed: InstalledPackages, what: 'fake' | 'map'): Promise<number> {
  const program = await programOf(installed, 'document-memory', '--expose-gc', '--max-old-space-size=24000');
  const command = [...program, what, String(manyDocuments)];
  return (await runForJson<{ bytes: number }>(command, { timeoutMs: longMs })).bytes;
}

function memoryFigure(fake: number, map: number): Figure {
  return {
    name: `memory of ${manyDocuments} saved documents`,
    bar: `≤ floor + ${mb(cacheBytes)}`,
    measured: mb(fake),
    value: { amount: fake, unit: 'bytes' },
    floor: `the same records in a Map: ${mb(map)}`,
    ratio: fake / map,
    isMet: fake <= map + cacheBytes,
  };
}

async function measure(installed: InstalledPackages): Promise<Figure[]> {
  const times = await runForJson<Times>(
    [...(await programOf(installed, 'document-times', '--max-old-space-size=8000')), JSON.stringify(sizes)],
    { timeoutMs: longMs },
  );
  return [saveFigure(times), pageFigure(times, 'one page', true), pageFigure(times, 'pages in turn', false)];
}

const part: BenchPart = {
  name: 'saving and reading documents',
  measure: async (installed) => readingsOf(await measure(installed)),
};

export const documents: Bench = {
  name: 'documents',
  about: 'saving and reading sales documents in a shop that has many, and the memory that they take',
  parts: [part],
  async run(context) {
    const installed = await context.installed();
    const figures = await measure(installed);
    const map = await memoryOf(installed, 'map');
    return [...figures, memoryFigure(await memoryOf(installed, 'fake'), map)];
  },
};
