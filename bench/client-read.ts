import type { Bench, Figure } from './bench.ts';
import { runForJson } from './command.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { startServer } from './server-process.ts';
import { ms } from './units.ts';

/** Rounds by the number of products: enough for a median, short enough to wait for. */
const roundsOf = { 5000: 5, 50000: 3 } as const;

interface Turn {
  readonly records: number;
  readonly requests: number;
  readonly costUnits: number;
  readonly ms: number;
  readonly cpuMs: number;
}

type Turns = Readonly<Record<'raw' | 'pages' | 'bulk', readonly Turn[]>>;

async function read(installed: InstalledPackages, products: keyof typeof roundsOf): Promise<Figure[]> {
  const options = ['--products', String(products), '--quota', '100000000'];
  await using mock = await startServer(installed.mock(...options));
  const program = [
    process.execPath,
    installed.program('read-products'),
    mock.url,
    String(roundsOf[products]),
  ];
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
        ratio: wall(name) / wall('raw'),
      },
      {
        name: `processor time of the reader, ${count}, ${how}`,
        measured: ms(cpu(name)),
        floor: ms(cpu('raw')),
        ratio: cpu(name) / cpu('raw'),
      },
    ];
  });
}

export const clientRead: Bench = {
  name: 'client-read',
  about:
    'a full read of 5,000 and 50,000 products by the client; floor: undici and JSON.parse of the same pages',
  async run(context) {
    const installed = await context.installed();
    return [...(await read(installed, 5000)), ...(await read(installed, 50_000))];
  },
};
