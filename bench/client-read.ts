import { runForJson } from '@erply-kit/tooling';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { startServer } from './server-process.ts';
import { ms } from './units.ts';

/** Rounds by the number of products: enough for a median, short enough to wait for. */
const roundsOf = { 5000: 5, 50000: 3 } as const;
const sizes = [5000, 50_000] as const;
type Size = (typeof sizes)[number];

interface Turn {
  readonly records: number;
  readonly requests: number;
  readonly costUnits: number;
  readonly ms: number;
  readonly cpuMs: number;
}

type Turns = Readonly<Record<'raw' | 'pages' | 'bulk', readonly Turn[]>>;

async function read(installed: InstalledPackages, products: Size, rounds: number): Promise<Figure[]> {
  const options = ['--products', String(products), '--quota', '100000000'];
  await using mock = await startServer(installed.mock(...options));
  const program = [process.execPath, installed.program('read-products'), mock.url, String(rounds)];
  const turns = await runForJson<Turns>(program);
  const wrong = Object.values(turns)
    .flat()
    .find((turn) => turn.records < products);
  if (wrong !== undefined) throw new Error(`a read of ${products} products found ${wrong.records}`);
  const wall = (name: keyof Turns) => medianOf(turns[name], (turn) => turn.ms);
  const cpu = (name: keyof Turns) => medianOf(turns[name], (turn) => turn.cpuMs);
  const units = (name: keyof Turns) => `${medianOf(turns[name], (turn) => turn.costUnits).toFixed(1)} units`;
  const count = products.toLocaleString('en');
  return (['pages', 'bulk'] as const).flatMap((name): Figure[] => {
    const how = name === 'bulk' ? 'pages in bulk requests' : 'single pages';
    return [
      {
        name: `client reads ${count} products, ${how}`,
        measured: `${ms(wall(name))}, ${units(name)}`,
        floor: `${ms(wall('raw'))}, ${units('raw')}`,
        value: { amount: wall(name), unit: 'ms' },
        ratio: wall(name) / wall('raw'),
      },
      {
        name: `processor time of the reader, ${count}, ${how}`,
        measured: ms(cpu(name)),
        floor: ms(cpu('raw')),
        value: { amount: cpu(name), unit: 'ms' },
        ratio: cpu(name) / cpu('raw'),
      },
    ];
  });
}

/** In a turn, each reader reads all once, after a time that is not counted. */
const partOf = (size: Size): BenchPart => ({
  name: `client-read, ${size.toLocaleString('en')} products`,
  measure: async (installed) => readingsOf(await read(installed, size, 1)),
});

export const clientRead: Bench = {
  name: 'client-read',
  about:
    'a full read of 5,000 and 50,000 products by the client; floor: undici and JSON.parse of the same pages',
  parts: sizes.map(partOf),
  async run(context) {
    const installed = await context.installed();
    const figures: Figure[] = [];
    for (const size of sizes) figures.push(...(await read(installed, size, roundsOf[size])));
    return figures;
  },
};
