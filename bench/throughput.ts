import { type Bench, type Figure, type Reading, readingsOf } from './bench.ts';
import { writeFirstPage } from './first-page.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { type Load, type LoadOptions, putLoad, type Target } from './load.ts';
import { medianOf } from './median.ts';
import { pageTarget } from './page-target.ts';
import { pinned } from './pinned.ts';
import { startServer } from './server-process.ts';
import { mb, perSecond } from './units.ts';

const rounds = 9;
const secondsPerRound = 2;
const pages = 1000;
const leastRatio = 2;

/** Puts the usual load of this bench on a server, changed by what is special. */
function loader(program: readonly string[]) {
  return (target: Target, pageCount: number, special: Partial<LoadOptions> = {}) => {
    const usual = { connections: 16, seconds: secondsPerRound, pages: pageCount, leastRequests: 0 };
    return putLoad(program, target, { ...usual, ...special });
  };
}

const p99 = (load: readonly Load[]) => medianOf(load, (one) => one.p99Ms);
const times = (load: readonly Load[]) =>
  `${medianOf(load, (one) => one.p50Ms).toFixed(1)} / ${p99(load).toFixed(1)} ms`;
const speed = (load: readonly Load[]) => medianOf(load, (one) => one.perSecond);
const cpu = (load: readonly Load[]) => medianOf(load, (one) => one.cpuMs);
const bytes = (load: readonly Load[]) => `${medianOf(load, (one) => one.bytes).toFixed(0)} bytes`;

function figuresOf(mock: readonly Load[], rotating: readonly Load[], naive: readonly Load[]): Figure[] {
  const floor = perSecond(speed(naive));
  const ratio = speed(mock) / speed(naive);
  return [
    {
      name: 'one page of 100, 16 connections',
      bar: `≥ ${leastRatio} × floor`,
      measured: perSecond(speed(mock)),
      floor,
      ratio,
      isMet: ratio >= leastRatio,
    },
    {
      name: 'processor time of a page',
      measured: `${cpu(mock).toFixed(2)} ms`,
      floor: `${cpu(naive).toFixed(2)} ms`,
      ratio: cpu(naive) / cpu(mock),
    },
    {
      name: 'p50 / p99 of it',
      bar: "p99 ≤ floor's",
      measured: times(mock),
      floor: times(naive),
      ratio: p99(mock) / p99(naive),
      isMet: p99(mock) <= p99(naive),
    },
    { name: 'size of the page', measured: bytes(mock), floor: bytes(naive) },
    {
      name: `pages 1 to ${pages}, going round`,
      measured: perSecond(speed(rotating)),
      floor,
      ratio: speed(rotating) / speed(naive),
    },
    { name: 'p50 / p99 of them', measured: times(rotating), floor: times(naive) },
  ];
}

/** Servers and load that a run of this bench works with. */
interface Setting {
  readonly mock: Target;
  readonly naive: Target;
  readonly load: ReturnType<typeof loader>;
}

/** What it costs to print records that nobody has asked for yet; fills the caches of the fake on the way. */
async function firstLap({ mock, load }: Omit<Setting, 'naive'>): Promise<Figure[]> {
  // On one connection: the rest would wait for pages that take long, some for longer than a connection is kept.
  const lap = await load(mock, pages, { connections: 1, seconds: 0, leastRequests: pages });
  const rssBytes = mock.server.rssBytes();
  const name = `the first ${pages} pages, each record printed for the first time`;
  return [
    {
      name,
      measured: `${perSecond(lap.perSecond)}, ${lap.cpuMs.toFixed(1)} ms of processor time a page`,
      value: { amount: lap.perSecond, unit: 'perSecond' },
    },
    {
      name: 'RSS with 100,000 records printed',
      measured: mb(rssBytes),
      value: { amount: rssBytes, unit: 'bytes' },
    },
  ];
}

async function measure(setting: Setting): Promise<Figure[]> {
  const { mock, naive, load } = setting;
  const lap = await firstLap(setting);
  const results = { mock: [] as Load[], rotating: [] as Load[], naive: [] as Load[] };
  // The first round is for the compiler and not counted.
  for (let round = 0; round <= rounds; round++) {
    const fixedOfNaive = await load(naive, 1);
    const fixed = await load(mock, 1);
    const rotating = await load(mock, pages);
    if (round === 0) continue;
    results.naive.push(fixedOfNaive);
    results.mock.push(fixed);
    results.rotating.push(rotating);
  }
  return [...figuresOf(results.mock, results.rotating, results.naive), ...lap];
}

const mockOptions = ['--products', '100000', '--quota', '100000000'];

/** Server and load on a core each, where the system can tell them apart. */
const loadProgram = async (installed: InstalledPackages) => [
  ...(await pinned(1)),
  process.execPath,
  installed.program('load'),
];

async function measureSide(installed: InstalledPackages): Promise<Reading[]> {
  await using server = await startServer(installed.mock(...mockOptions), await pinned(0));
  const mock = await pageTarget(server);
  const load = loader(await loadProgram(installed));
  const lap = await firstLap({ mock, load });
  // Half of the usual time is for the compiler and not counted.
  await load(mock, 1, { seconds: secondsPerRound / 2 });
  const fixed = await load(mock, 1);
  const rotating = await load(mock, pages);
  return [
    { name: 'one page of 100, 16 connections', amount: fixed.perSecond, unit: 'perSecond' },
    { name: 'processor time of a page', amount: fixed.cpuMs, unit: 'ms' },
    { name: 'p50 of it', amount: fixed.p50Ms, unit: 'ms' },
    { name: 'p99 of it', amount: fixed.p99Ms, unit: 'ms' },
    { name: `pages 1 to ${pages}, going round`, amount: rotating.perSecond, unit: 'perSecond' },
    { name: 'processor time of one of them', amount: rotating.cpuMs, unit: 'ms' },
    ...readingsOf(lap),
  ];
}

export const throughput: Bench = {
  name: 'throughput',
  parts: [{ name: 'throughput', measure: measureSide }],
  about: 'pages of 100 products a second, login, quota and all gates on; floor: c.json of the same records',
  async run(context) {
    const installed = await context.installed();
    const file = await writeFirstPage(installed);
    const core = await pinned(0);
    await using mock = await startServer(installed.mock(...mockOptions), core);
    await using naive = await startServer([installed.program('naive-server'), file], core);
    const target = await pageTarget(mock);
    const load = loader(await loadProgram(installed));
    return await measure({ mock: target, naive: { ...target, server: naive }, load });
  },
};
