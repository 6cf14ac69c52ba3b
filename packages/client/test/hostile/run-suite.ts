import { readFileSync } from 'node:fs';

import { type Random, seededRandom } from '@erply-kit/tooling/property';

import { allWays } from './all-ways.ts';
import { type Case, runCase } from './run-case.ts';
import type { UseName, Way } from './way.ts';

/** `node run-suite.ts SEED SCALE`: runs the cases, prints a line of JSON for each that went wrong and one at the end. */
const [seed = 1, scale = 1] = process.argv.slice(2).map(Number);
const only = process.argv[4];
/** Of each way, at scale 1. */
const casesPerWay = 1;
const pagedUses = new Set<UseName>(['list', 'log', 'bulkList']);
const random = seededRandom(seed);
const ways = allWays(seed, scale).filter(
  ({ where, name }) => only === undefined || `${where}: ${name}`.includes(only),
);

process.on('warning', (warning) => print({ problems: [`warning: ${warning.name}`] }));
process.on('unhandledRejection', (error) => print({ problems: [`unhandled: ${(error as Error)?.name}`] }));

// In `pnpm test` a third of the ways, which ones depends on the seed; in `pnpm test:deep` all of them.
const every = scale > 1 || only !== undefined ? 1 : 3;
let cases = 0;
for (const way of ways.filter((_, index) => (index + seed) % every === 0)) {
  for (const one of chooseCases(way, random)) {
    cases += 1;
    const problems = await runCase(one);
    if (problems.length > 0) print({ ...one, way: `${way.where}: ${way.name}`, problems });
  }
}
print({ ways: ways.length, cases, maxRssKilobytes: maxRssKilobytes() });

/** Not `maxRSS` where there is another way: on Linux that is at least what the process had that started this one. */
function maxRssKilobytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Some of what can be asked, each at a moment by chance; at a larger scale more of it, at more moments. */
function chooseCases(way: Way, { pick }: Random): Case[] {
  const all = way.uses.flatMap((use) =>
    way.whens
      .filter((when) => when !== 'afterPage' || pagedUses.has(use))
      .map((when): Case => ({ way, use, when })),
  );
  const chosen = new Set<Case>();
  for (let count = 0; count < casesPerWay * scale; count += 1) chosen.add(pick(all));
  return [...chosen];
}
