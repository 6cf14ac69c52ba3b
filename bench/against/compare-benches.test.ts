import { expect, test } from 'vitest';

import type { Bench, BenchPart, Reading } from '../bench.ts';
import type { InstalledPackages } from '../installed-packages.ts';
import { compareBenches } from './compare-benches.ts';
import type { Comparison } from './comparison.ts';

const installed = (folder: string) => ({ folder }) as InstalledPackages;
const sides = {
  here: { label: 'working tree', installed: installed('here') },
  against: { label: '31fac06', installed: installed('against') },
};
const ms = (amount: number, name = 'a page'): Reading => ({ name, amount, unit: 'ms' });

/** A bench whose parts measure what a function says of a side and of how often it was asked. */
function benchOf(parts: Record<string, (side: string, turn: number) => readonly Reading[]>): Bench {
  const toPart = ([name, measure]: [
    string,
    (side: string, turn: number) => readonly Reading[],
  ]): BenchPart => {
    const turns: Record<string, number> = {};
    return {
      name,
      async measure({ folder }) {
        turns[folder] = (turns[folder] ?? 0) + 1;
        return measure(folder, turns[folder]);
      },
    };
  };
  return { name: 'wire', about: '', run: async () => [], parts: Object.entries(parts).map(toPart) };
}

async function compare(bench: Bench, rounds = 12) {
  const lines: string[] = [];
  const options = { rounds, nowMs: () => 0, say: (line: string) => lines.push(line) };
  return { ...(await compareBenches([bench], sides, options)), lines };
}

/** The only figure, when one side takes 100 ms and the other what a function says. */
async function compareWith(hereMs: (turn: number) => number): Promise<Comparison> {
  const bench = benchOf({ part: (side, turn) => [ms(side === 'here' ? hereMs(turn) : 100)] });
  const { comparisons } = await compare(bench);
  return comparisons[0]!;
}

test('sides take turns, and who was first in one round is second in the next', async () => {
  const order: string[] = [];
  const bench = benchOf({
    part(side) {
      order.push(side);
      return [ms(1)];
    },
  });
  const { lines } = await compare(bench, 6);
  expect(order.slice(0, 8)).toEqual([
    'here',
    'against',
    'against',
    'here',
    'here',
    'against',
    'against',
    'here',
  ]);
  expect(order).toHaveLength(12);
  expect(lines[1]).toBe('part: round 2 of 6: 31fac06 0.0 s, then working tree 0.0 s');
});

test('a tenth slower in every round is worse', async () => {
  const { verdict, ratio, here, against } = await compareWith(() => 110);
  expect({ verdict, ratio, here, against }).toEqual({
    verdict: 'worse',
    ratio: 100 / 110,
    here: 110,
    against: 100,
  });
});

test('of what comes in a second, more is better', async () => {
  const bench = benchOf({
    part: (side) => [{ name: 'pages', amount: side === 'here' ? 110 : 100, unit: 'perSecond' }],
  });
  const { comparisons } = await compare(bench);
  expect(comparisons[0]).toMatchObject({ verdict: 'better', ratio: 1.1 });
});

test('a median below 0.95 is not worse as long as the interval reaches above', async () => {
  // Of 12 ratios the interval goes from the third to the third from the end: three good rounds are enough for a doubt.
  const { verdict, ratio, interval } = await compareWith((turn) => (turn > 3 ? 110 : 100));
  expect(verdict).toBe('open');
  expect(ratio).toBeCloseTo(0.909, 3);
  expect([interval.low, interval.high]).toEqual([100 / 110, 1]);
});

test('two good rounds of twelve leave no doubt', async () => {
  expect((await compareWith((turn) => (turn > 2 ? 110 : 100))).verdict).toBe('worse');
});

test('an interval within 5 % both ways means the same', async () => {
  expect((await compareWith((turn) => (turn % 2 === 0 ? 103 : 98))).verdict).toBe('same');
});

test('what slows a whole round down is not in the ratio', async () => {
  const slow = (turn: number) => (turn % 3 === 0 ? 5 : 1);
  const bench = benchOf({
    part: (side, turn) => [ms((side === 'here' ? 100 : 100.5) * slow(turn))],
  });
  const { comparisons } = await compare(bench);
  expect(comparisons[0]).toMatchObject({ verdict: 'same', ratio: 1.005 });
});

test('a part that one side cannot do is left out with the reason, and the others are compared', async () => {
  let turns = 0;
  const bench = benchOf({
    small: () => [ms(1)],
    large(side) {
      turns++;
      if (side === 'against') throw new Error('the report file is incomplete\nand more');
      return [ms(1)];
    },
  });
  const { comparisons, leftOut, lines } = await compare(bench);
  expect(comparisons).toHaveLength(1);
  const reason = 'failed in round 1: 31fac06: the report file is incomplete';
  expect(leftOut).toEqual([{ bench: 'wire', name: 'large', reason }]);
  expect(lines.at(-1)).toBe(`large: left out: ${reason}`);
  expect(turns).toBe(2);
});

test('that both sides fail is said of both', async () => {
  const bench = benchOf({
    part() {
      throw new Error('no taskset');
    },
  });
  const { leftOut } = await compare(bench);
  expect(leftOut[0]!.reason).toBe('failed in round 1: working tree: no taskset; 31fac06: no taskset');
});

test('a figure that only one side has, and one that is 0, are left out', async () => {
  const bench = benchOf({
    part: (side, turn) => [
      ms(5),
      ms(turn === 4 ? 0 : 5, 'growth'),
      ...(side === 'here' ? [ms(5, 'new')] : []),
    ],
  });
  const { comparisons, leftOut } = await compare(bench);
  expect(comparisons.map(({ name }) => name)).toEqual(['a page']);
  expect(leftOut).toEqual([
    { bench: 'wire', name: 'growth', reason: 'in round 4 it is 0 here and 0 there: no ratio' },
    { bench: 'wire', name: 'new', reason: 'in round 1 only this side has it' },
  ]);
});
