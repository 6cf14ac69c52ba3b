import { logIn, pageRequest, readFirstPage, recordsOf } from './api.ts';
import type { Bench, Figure } from './bench.ts';
import { type Checkout, checkOut, mockOfToday } from './checkout.ts';
import { writeFirstPage } from './first-page.ts';
import { type Load, putLoad, type Target } from './load.ts';
import { median, medianOf } from './median.ts';
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
  const where = connections === 1 ? '1 connection' : `${connections} connections`;
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

/** The server with the request for the page, once it is sure that it answers one. */
async function targetOf(server: Target['server']): Promise<Target> {
  const sessionKey = await logIn(server.url);
  const found = recordsOf(await readFirstPage(server.url, sessionKey));
  if (found !== 100) throw new Error(`the page has ${found} records, not 100`);
  return { server, request: pageRequest(sessionKey) };
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
  const [before, today] = [await targetOf(old), await targetOf(own)];
  await measure({ before, today, naive: { server: naive, request: today.request } }, setting.load, rounds);
}

export const wire: Bench = {
  name: 'wire',
  about: `a page of 100 by today's wire and by that of ${commitBefore.slice(0, 7)}; floor: c.json of the same records`,
  async run(context) {
    using old = await checkOut(commitBefore);
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
