import { runForJson } from '@erply-kit/tooling';

import { logIn } from './api.ts';
import { type Bench, type Figure, type Reading, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { median, medianOf } from './median.ts';
import { pinned } from './pinned.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { mb } from './units.ts';

const subRequests = 100;
const recordsOnPage = 100;
/** Fresh processes: each answers its first bulk request once. */
const starts = 3;
const roundsPerStart = 5;
const maxLaterMs = 50;
const mockOptions = ['--products', '100000', '--quota', '1000000'];

/**
 * What is asked for: one page, or a bulk request of the first hundred. `settling` is a page that is not counted: right
 * after twenty megabytes a page takes longer than usual, which would flatter the bulk request beside it.
 */
type What = 'settling' | 'page' | 'bulk';

interface Answer {
  readonly name: What;
  readonly firstByteMs: number;
  readonly totalMs: number;
  readonly bytes: number;
}

interface TimedRequests {
  readonly answers: readonly Answer[];
  /** Different products in the first answer of each kind. */
  readonly products: Readonly<Partial<Record<What, number>>>;
}

/** What one fresh server showed: its first answer of each kind, those that followed, and its memory. */
interface Run {
  readonly cold: readonly Answer[];
  readonly warm: readonly Answer[];
  /** Most memory that it ever had: before the first bulk request, after it, after all. */
  readonly peakRssBytes: readonly [number, number, number];
}

const expected = { settling: recordsOnPage, page: recordsOnPage, bulk: recordsOnPage * subRequests } as const;
const msText = (value: number) => `${value.toFixed(1)} ms`;

function bodiesOf(sessionKey: string): Record<What, string> {
  const login = { clientCode: '100001', sessionKey };
  const page = (pageNo: number) => ({ recordsOnPage, pageNo, orderBy: 'productID', orderByDir: 'asc' });
  const requests = Array.from({ length: subRequests }, (_, index) => ({
    requestName: 'getProducts',
    requestID: index + 1,
    ...page(index + 1),
  }));
  const single = { ...login, request: 'getProducts', ...page(1) };
  const text = Object.fromEntries(Object.entries(single).map(([name, value]) => [name, String(value)]));
  const body = new URLSearchParams(text).toString();
  return {
    settling: body,
    page: body,
    bulk: new URLSearchParams({ ...login, requests: JSON.stringify(requests) }).toString(),
  };
}

/** Sends these one after another, and throws when an answer does not have the products it should have. */
async function ask(program: readonly string[], server: ServerProcess, order: readonly What[]) {
  const bodies = bodiesOf(await logIn(server.url));
  const options = JSON.stringify({ url: server.url, bodies, order });
  const { answers, products } = await runForJson<TimedRequests>([...program, options]);
  for (const name of new Set(order)) {
    if (products[name] !== expected[name])
      throw new Error(`the ${name} has ${products[name]} products, not ${expected[name]}`);
  }
  return answers;
}

/** One page in turns with a bulk request; the first of each are for the compiler. */
const turns: readonly What[] = Array.from(
  { length: roundsPerStart + 1 },
  () => ['page', 'bulk'] as const,
).flat();

async function runFresh(command: readonly string[], program: readonly string[]): Promise<Run> {
  const core = await pinned(0);
  const start = () => startServer(command, core);
  await using other = await start();
  const page = await ask(program, other, ['page']);
  await using server = await start();
  await logIn(server.url);
  const before = server.peakRssBytes();
  const bulk = await ask(program, server, ['bulk']);
  const afterFirst = server.peakRssBytes();
  const warm = await ask(program, server, turns);
  return {
    cold: [...page, ...bulk],
    warm: warm.slice(3),
    peakRssBytes: [before, afterFirst, server.peakRssBytes()],
  };
}

function timesOf(kind: string, answers: readonly Answer[]) {
  const of = (name: What) => answers.filter((answer) => answer.name === name);
  const first = (name: What) => medianOf(of(name), ({ firstByteMs }) => firstByteMs);
  const total = (name: What) => medianOf(of(name), ({ totalMs }) => totalMs);
  const later = first('bulk') - first('page');
  const line = (name: string, measured: number, floor: number): Figure => ({
    name: `${name}, ${kind}`,
    measured: msText(measured),
    value: { amount: measured, unit: 'ms' },
    floor: `one page: ${msText(floor)}`,
    ratio: measured / floor,
  });
  return {
    later,
    figures: [
      line(`first byte of ${subRequests} pages in bulk`, first('bulk'), first('page')),
      line('last byte of them', total('bulk'), total('page')),
      line('last byte, a page', total('bulk') / subRequests, total('page')),
    ],
  };
}

function figuresOf(runs: readonly Run[]): Figure[] {
  const all = runs.flatMap((run) => run.warm);
  const warm = timesOf('warm', all);
  const cold = timesOf(
    'the first request of a fresh process',
    runs.flatMap((run) => run.cold),
  );
  const [first, ...rest] = warm.figures;
  const peak = (place: 0 | 1 | 2) => median(runs.map((run) => run.peakRssBytes[place]));
  const peakLine = (name: string, amount: number): Figure => ({
    name,
    measured: mb(amount),
    value: { amount, unit: 'bytes' },
    floor: `before it: ${mb(peak(0))}`,
  });
  const bytes = (name: What) => all.find((answer) => answer.name === name)?.bytes;
  const bar = { bar: `≤ one page + ${maxLaterMs} ms`, isMet: warm.later <= maxLaterMs };
  return [
    ...(first === undefined ? [] : [{ ...first, ...bar }]),
    ...rest,
    ...cold.figures,
    {
      name: 'size of the answer',
      measured: `${bytes('bulk')} bytes`,
      floor: `one page: ${bytes('page')} bytes`,
    },
    peakLine('peak RSS after the first bulk request', peak(1)),
    peakLine('peak RSS after all', peak(2)),
  ];
}

const programOf = async (installed: InstalledPackages) => [
  ...(await pinned(1)),
  process.execPath,
  installed.program('timed-requests'),
];

async function measureSide(installed: InstalledPackages): Promise<Reading[]> {
  const run = await runFresh(installed.mock(...mockOptions), await programOf(installed));
  return readingsOf(figuresOf([run]));
}

export const bulk: Bench = {
  name: 'bulk',
  about: `${subRequests} pages of ${recordsOnPage} products in one bulk request; floor: one page of them`,
  parts: [{ name: 'bulk', measure: measureSide }],
  async run(context) {
    const installed = await context.installed();
    const program = await programOf(installed);
    const runs: Run[] = [];
    for (let start = 0; start < starts; start++)
      runs.push(await runFresh(installed.mock(...mockOptions), program));
    return figuresOf(runs);
  },
};
