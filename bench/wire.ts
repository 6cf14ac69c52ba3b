import type { Bench, Figure, Reading } from './bench.ts';
import { type Checkout, checkOut, mockOfToday } from './checkout.ts';
import { writeFirstPage } from './first-page.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { type Load, putLoad, type Target } from './load.ts';
import { median, medianOf } from './median.ts';
import { pageTarget } from './page-target.ts';
import { pinned } from './pinned.ts';
import { startServer } from './server-process.ts';

/** The last commit before the classic wire was completed: forms and queries only, JSON only, fewer gates. */
const commitBefore = '097994b36dbad5ff130f216e86cc5ed4a7298e5f';

/** Fresh processes of each server: where one lies in memory is worth a few percent of its speed. */
const starts = 3;
/** Many short rounds: what else the machine does then falls on all sides alike. */
const roundsPerStart = 8;
const secondsPerRound = 1;
const connectionCounts = [1, 16] as const;
const maxRatio = 1.15;
const mockOptions = ['--products', '100000', '--quota', '100000000'];

/** The wires that are compared, and the floor. */
const sides = ['before', 'today', 'naive'] as const;
type Side = (typeof sides)[number];

type Targets = Readonly<Record<Side, Target>>;
/** What one round saw of each. */
type Round = Readonly<Record<Side, Load>>;
type Rounds = ReadonlyMap<number, Round[]>;

/** Half of the pages had come whole after so long. */
const pageMs = (load: Load) => load.p50Ms;
const cpuMs = (load: Load) => load.cpuMs;
const text = (value: number) => `${value.toFixed(3)} ms`;
const connectionsText = (count: number) => (count === 1 ? '1 connection' : `${count} connections`);

/** What the rounds say of today's wire beside another side, by one value of each load. */
function compared(rounds: readonly Round[], side: Side, value: (load: Load) => number) {
  const today = medianOf(rounds, (round) => value(round.today));
  const other = medianOf(rounds, (round) => value(round[side]));
  const pairs = rounds.map((round) => value(round.today) / value(round[side]));
  return { today, other, ratio: today / other, pairs };
}

function pairsOf(pairs: readonly number[]): string {
  const [least, most] = [Math.min(...pairs), Math.max(...pairs)];
  return `median ${median(pairs).toFixed(2)}, from ${least.toFixed(2)} to ${most.toFixed(2)}`;
}

function figuresOf(connections: number, rounds: readonly Round[]): Figure[] {
  const time = compared(rounds, 'before', pageMs);
  const cpu = compared(rounds, 'before', cpuMs);
  const floor = compared(rounds, 'naive', pageMs);
  const where = connectionsText(connections);
  const line = (name: string, { today, other, ratio }: typeof time, label = 'before') => ({
    name: `${name}, ${where}`,
    measured: text(today),
    floor: `${label}: ${text(other)}`,
    ratio,
  });
  return [
    {
      ...line('p50 of a page of 100', time),
      bar: `≤ ${maxRatio} × before`,
      isMet: Math.max(time.ratio, median(time.pairs)) <= maxRatio,
    },
    { name: `ratio in each of ${rounds.length} rounds, ${where}`, measured: pairsOf(time.pairs) },
    line('processor time of a page', cpu),
    { name: `its ratio in each round, ${where}`, measured: pairsOf(cpu.pairs) },
    line('p50 of a page, beside the floor', floor, 'naive'),
  ];
}

/** Loads the servers in turns: who is first in one round is last in the next. */
async function measure(targets: Targets, program: readonly string[], rounds: Rounds): Promise<void> {
  const usual = { pages: 1, leastRequests: 0 };
  // The first round is for the compiler and not counted.
  for (let round = 0; round <= roundsPerStart; round++) {
    for (const connections of connectionCounts) {
      const loads: Partial<Record<Side, Load>> = {};
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        loads[side] = await putLoad(program, targets[side], {
          ...usual,
          connections,
          seconds: secondsPerRound,
        });
      }
      const { before, today, naive } = loads;
      if (round > 0 && before && today && naive) rounds.get(connections)?.push({ before, today, naive });
    }
  }
}

interface Setting {
  readonly old: Checkout;
  /** The floor's program with its argument. */
  readonly naive: readonly string[];
  readonly load: readonly string[];
}

async function measureFresh(setting: Setting, rounds: Rounds): Promise<void> {
  const core = await pinned(0);
  await using old = await startServer(setting.old.mock(...mockOptions), core);
  await using own = await startServer(mockOfToday(...mockOptions), core);
  await using naive = await startServer(setting.naive, core);
  const [before, today] = [await pageTarget(old), await pageTarget(own)];
  await measure({ before, today, naive: { server: naive, request: today.request } }, setting.load, rounds);
}

/** How long load is put on one side in its turn of `--against`, after a second that is not counted. */
const secondsPerTurn = 3;

async function measureSide(installed: InstalledPackages): Promise<Reading[]> {
  await using server = await startServer(installed.mock(...mockOptions), await pinned(0));
  const target = await pageTarget(server);
  const program = [...(await pinned(1)), process.execPath, installed.program('load')];
  const readings: Reading[] = [];
  for (const connections of connectionCounts) {
    const load = (seconds: number) =>
      putLoad(program, target, { connections, seconds, pages: 1, leastRequests: 0 });
    await load(1);
    const { p50Ms, cpuMs } = await load(secondsPerTurn);
    const where = connectionsText(connections);
    readings.push(
      { name: `p50 of a page of 100, ${where}`, amount: p50Ms, unit: 'ms' },
      { name: `processor time of a page, ${where}`, amount: cpuMs, unit: 'ms' },
    );
  }
  return readings;
}

export const wire: Bench = {
  name: 'wire',
  parts: [{ name: 'wire', measure: measureSide }],
  about: `a page of 100 by today's wire and by that of ${commitBefore.slice(0, 7)}; floor: c.json of the same records`,
  async run(context) {
    using old = await checkOut(commitBefore, 'mock');
    const installed = await context.installed();
    const naive = [installed.program('naive-server'), await writeFirstPage(installed)];
    const load = [...(await pinned(1)), process.execPath, installed.program('load')];
    const rounds: Rounds = new Map(connectionCounts.map((connections) => [connections, []]));
    for (let start = 0; start < starts; start++) await measureFresh({ old, naive, load }, rounds);
    const all = rounds.get(1) ?? [];
    const bytes = (side: Side) => `${medianOf(all, (round) => round[side].bytes).toFixed(0)} bytes`;
    const size = {
      name: 'size of the page',
      measured: bytes('today'),
      floor: `before: ${bytes('before')}`,
    };
    return [...[...rounds].flatMap(([connections, list]) => figuresOf(connections, list)), size];
  },
};
