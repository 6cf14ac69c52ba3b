import { logIn, pageRequest } from './api.ts';
import type { Bench, Figure } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { type Load, type LoadOptions, putLoad, type Target } from './load.ts';
import { medianOf } from './median.ts';
import { pageTarget } from './page-target.ts';
import { pinned } from './pinned.ts';
import { startServer } from './server-process.ts';
import { mb, perSecond } from './units.ts';

const rounds = 9;
const secondsPerRound = 2;
const connections = 16;
const leastRatio = 0.95;
/** Requests whose memory is looked at, after as many as it takes for the heap to have its size; so many at a time. */
const requests = 100_000;
const requestsBefore = 20_000;
const requestsAtOnce = 5000;
const maxGrowthBytes = 16 * 1024 * 1024;

const mockOptions = ['--products', '100000', '--quota', '100000000'];

/** A fake with a journal and one without, and what puts load on them. */
interface Setting {
  readonly on: Target;
  readonly off: Target;
  readonly load: (target: Target, special?: Partial<LoadOptions>) => Promise<Load>;
}

interface Pair {
  readonly on: Load;
  readonly off: Load;
}

/** Both in turns, the one that is first changing: what comes second finds a warmer or a busier machine. */
async function pairs({ on, off, load }: Setting, count: number): Promise<readonly Pair[]> {
  const measured: Pair[] = [];
  // The first round is for the compiler and not counted.
  for (let round = 0; round <= count; round += 1) {
    const isOnFirst = round % 2 === 0;
    const first = await load(isOnFirst ? on : off);
    const second = await load(isOnFirst ? off : on);
    if (round > 0) measured.push(isOnFirst ? { on: first, off: second } : { on: second, off: first });
  }
  return measured;
}

function speedFigures(measured: readonly Pair[]): Figure[] {
  const speed = (side: keyof Pair) => medianOf(measured, (pair) => pair[side].perSecond);
  const cpuMs = (side: keyof Pair) => medianOf(measured, (pair) => pair[side].cpuMs);
  const ratio = medianOf(measured, ({ on, off }) => on.perSecond / off.perSecond);
  return [
    {
      name: `one page of 100 with a journal, ${connections} connections`,
      bar: `≥ ${leastRatio} × floor`,
      measured: perSecond(speed('on')),
      value: { amount: speed('on'), unit: 'perSecond' },
      floor: `without: ${perSecond(speed('off'))}`,
      ratio,
      isMet: ratio >= leastRatio,
    },
    {
      name: 'processor time of it',
      measured: `${cpuMs('on').toFixed(3)} ms`,
      value: { amount: cpuMs('on'), unit: 'ms' },
      floor: `without: ${cpuMs('off').toFixed(3)} ms`,
      ratio: medianOf(measured, ({ on, off }) => off.cpuMs / on.cpuMs),
    },
  ];
}

/** Requests for one record each: a page of 100 would take minutes, and the journal has as much of it. */
async function askSmall(target: Target, load: Setting['load'], count: number): Promise<void> {
  const request = pageRequest(await logIn(target.server.url), 1);
  for (let left = count; left > 0; left -= requestsAtOnce) {
    const leastRequests = Math.min(left, requestsAtOnce);
    await load({ ...target, request }, { seconds: 0, leastRequests, leastBytes: 1000 });
  }
}

/** How much memory so many requests add, in bytes. */
async function growth(target: Target, load: Setting['load']): Promise<number> {
  await askSmall(target, load, requestsBefore);
  const before = target.server.rssBytes();
  await askSmall(target, load, requests);
  return target.server.rssBytes() - before;
}

async function memoryFigure({ on, off, load }: Setting): Promise<Figure> {
  const [withJournal, without] = [await growth(on, load), await growth(off, load)];
  return {
    name: `growth of the RSS over ${requests} requests of one record with a journal`,
    bar: `≤ ${mb(maxGrowthBytes)}`,
    measured: mb(withJournal),
    floor: `without: ${mb(without)}`,
    isMet: withJournal <= maxGrowthBytes,
  };
}

async function measure(
  installed: InstalledPackages,
  use: (setting: Setting) => Promise<Figure[]>,
): Promise<Figure[]> {
  const core = await pinned(0);
  await using masked = await startServer(installed.mock(...mockOptions, '--journal', 'masked'), core);
  await using without = await startServer(installed.mock(...mockOptions, '--journal', 'off'), core);
  const program = [...(await pinned(1)), process.execPath, installed.program('load')];
  const load: Setting['load'] = (target, special = {}) =>
    putLoad(program, target, {
      connections,
      seconds: secondsPerRound,
      pages: 1,
      leastRequests: 0,
      ...special,
    });
  return await use({ on: await pageTarget(masked), off: await pageTarget(without), load });
}

export const journal: Bench = {
  name: 'journal',
  about: 'pages of 100 products with the journal, and memory over 100,000 of them; floor: --journal off',
  run: async (context) =>
    measure(await context.installed(), async (setting) => [
      ...speedFigures(await pairs(setting, rounds)),
      await memoryFigure(setting),
    ]),
};
