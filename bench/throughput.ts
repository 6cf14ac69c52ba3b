import { logIn, pageRequest, readFirstPage, recordsOf } from './api.ts';
import type { Bench, Figure } from './bench.ts';
import { writeFirstPage } from './first-page.ts';
import { type Load, type LoadOptions, putLoad, type Target } from './load.ts';
import { medianOf } from './median.ts';
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
async function firstLap({ mock, load }: Setting): Promise<Figure[]> {
  // On one connection: the rest would wait for pages that take long, some for longer than a connection is kept.
  const lap = await load(mock, pages, { connections: 1, seconds: 0, leastRequests: pages });
  const name = `the first ${pages} pages, each record printed for the first time`;
  return [
    { name, measured: `${perSecond(lap.perSecond)}, ${lap.cpuMs.toFixed(1)} ms of processor time a page` },
    { name: 'RSS with 100,000 records printed', measured: mb(mock.server.rssBytes()) },
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

export const throughput: Bench = {
  name: 'throughput',
  about: 'pages of 100 products a second, login, quota and all gates on; floor: c.json of the same records',
  async run(context) {
    const installed = await context.installed();
    const file = await writeFirstPage(installed);
    const core = await pinned(0);
    const options = ['--products', '100000', '--quota', '100000000'];
    await using mock = await startServer(installed.mock(...options), core);
    await using naive = await startServer([installed.program('naive-server'), file], core);
    const sessionKey = await logIn(mock.url);
    const found = recordsOf(await readFirstPage(mock.url, sessionKey));
    if (found !== 100) throw new Error(`the page has ${found} records, not 100`);
    const request = pageRequest(sessionKey);
    // Server and load on a core each, where the system can tell them apart.
    const load = loader([...(await pinned(1)), process.execPath, installed.program('load')]);
    return await measure({ mock: { server: mock, request }, naive: { server: naive, request }, load });
  },
};
