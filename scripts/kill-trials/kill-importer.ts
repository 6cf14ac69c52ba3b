import { expect } from 'vitest';

import { type Random, propertySeed as seed } from '@erply-kit/tooling/property';

import { compareShops, compareTables, type Difference, describeDifferences } from '../demo/compare.ts';
import { askedLanes, shopLanes } from './copied-lanes.ts';
import type { ImporterCopy } from './importer-copy.ts';
import type { KillMoment } from './kill-app.ts';
import { createKillTally, type KillTally } from './kill-tally.ts';
import { openTrial, type Trial, type TrialSize } from './open-trial.ts';
import { createPageWatch } from './page-watch.ts';

/** What a round begins with: an empty database, a copy that is read anew, a copy that is brought up to date. */
const starts = ['empty', 'changes', 'changes', 'full', 'changes', 'changes'] as const;
type Start = (typeof starts)[number];

/** Killed again and again in one round, at most so often: a full read goes on where it was, and takes many. */
const mostKills = { empty: 14, full: 14, changes: 7 };

const peopleAndDocuments = askedLanes.map(({ lane }) => lane);
const everyLane: readonly string[] = [...shopLanes, 'customerGroups', ...peopleAndDocuments];

interface Round {
  readonly trial: Trial;
  readonly tally: KillTally;
  readonly copy: ImporterCopy;
  readonly start: Start;
  /** People and documents are copied, too. */
  readonly isEverything: boolean;
  /** How many kills the whole trial is to have. */
  readonly kills: number;
  readonly cwd: string;
}

const lanesOf = ({ isEverything }: Round) => (isEverything ? everyLane : shopLanes);
const argsOf = ({ isEverything }: Round) => (isEverything ? ['--lanes', everyLane.join()] : []);

/** In a long read there are more commits, and it takes longer to write a page. */
function someMoment(random: Random, round: Round): KillMoment {
  const isLong = round.start !== 'changes';
  const delayMs = random.whole(0, isLong ? 200 : 25);
  const lanes = lanesOf(round);
  const lane = random.pick([...lanes, 'products', 'products', 'products', 'stock', 'stock']);
  return random.pick<KillMoment>([
    { what: 'start', times: 1, delayMs: random.whole(0, 700) },
    { what: 'request', times: random.whole(1, isLong ? 25 : 12), delayMs },
    { what: `commit of ${lane}`, times: random.whole(1, isLong ? 8 : 3), delayMs: 0 },
    { what: `commit of ${lane}`, times: random.whole(1, 3), delayMs },
    { what: `end of ${random.pick(lanes)}`, times: 1, delayMs: random.whole(0, 6) },
    { what: `end of ${lanes.at(-1)}`, times: 1, delayMs: random.whole(0, 3) },
  ]);
}

function nameOfLine(line: string): string | undefined {
  const { event, lane } = JSON.parse(line);
  if (event === 'progress') return `commit of ${lane}`;
  return event === 'lane' ? `end of ${lane}` : event;
}

/** What the importer was at when it was killed, by the last thing that it said. */
function phaseOf(lines: readonly string[], requests: number): string {
  const last = lines.at(-1);
  if (last === undefined) return requests === 0 ? 'starting' : 'before the first commit';
  const { event, lane, mode, phase } = JSON.parse(last);
  if (event === 'progress') return `${lane}, ${mode === 'full' ? 'everything' : 'changes'} (${phase})`;
  return event === 'lane' ? 'between two lanes' : 'closing the database';
}

/** Kills the importer several times over one database, while the shop changes. */
async function killRepeatedly(round: Round): Promise<void> {
  const { trial, tally, copy, start, cwd } = round;
  const { random, shop } = trial;
  const most = Math.min(mostKills[start], round.kills);
  const times = random.whole(Math.ceil((most + 1) / 2), most);
  const pages = createPageWatch();
  for (let run = 1; run <= times; run++) {
    await shop.change(random.whole(1, 10));
    await shop.letTimePass();
    const full = start === 'full' && run === 1 ? ['--full'] : [];
    const { ending, lines, forms, stderr } = await trial.kill({
      ...{ app: 'importer', args: ['run', '--json', ...argsOf(round), ...full] },
      ...{ cwd, database: copy.address, nameOfLine },
      moment: someMoment(random, round),
      watch: () => ({ [Symbol.dispose]() {} }),
    });
    expect(pages.countWritten(forms), `PROPERTY_SEED=${seed}: pages read again`).toBe(0);
    // One that was quicker than its kill has to have ended well.
    if (ending !== 'SIGKILL') expect({ ending, stderr }).toMatchObject({ ending: 0 });
    else tally.count(phaseOf(lines, forms.length));
  }
}

/** Everything in which the database is not what the shop is. */
async function differencesOf({ trial: { shop }, copy, isEverything }: Round): Promise<string> {
  expect(await copy.leftovers()).toEqual({ dead: 0, staged: 0, damaged: 0 });
  const differences: Difference[] = compareShops(await shop.read(), await copy.readShop());
  if (isEverything) {
    const [source, target] = [await shop.readAsked(), await copy.readAsked()];
    for (const [name, table] of Object.entries(source))
      differences.push(...compareTables(name, table, target[name] ?? new Map()));
  }
  return describeDifferences(differences);
}

export interface ImporterKills {
  readonly size: TrialSize;
  readonly cwd: string;
  /** A database that is not there yet. */
  newCopy(round: number): ImporterCopy;
}

/** Kills the importer at random moments, in a shop that changes, until there are enough kills; gives one line about them. */
export async function killImporter({ size, cwd, newCopy }: ImporterKills): Promise<string> {
  await using trial = await openTrial(size);
  const tally = createKillTally();
  const startedAt = performance.now();
  let copy = newCopy(0);
  for (let number = 0; tally.kills < size.kills; number++) {
    const which = `PROPERTY_SEED=${seed}, round ${number}`;
    // A machine that is busy may let a run end before its kill arrives, but not each time.
    expect(number, `${which}: too few kills`).toBeLessThan(10 + size.kills);
    const start = starts[number % starts.length] ?? 'changes';
    if (start === 'empty') copy = newCopy(number);
    const isEverything = Math.floor(number / starts.length) % 2 === 1;
    const round = { trial, tally, copy, start, isEverything, kills: size.kills, cwd };
    await killRepeatedly(round);
    await trial.shop.letTimePass();
    await trial.finish({ app: 'importer', args: ['run', ...argsOf(round)], cwd, database: copy.address });
    expect(await differencesOf(round), which).toBe('');
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return `${tally.kills} kills in ${seconds} s, ${size.products} products, PROPERTY_SEED=${seed}; ${tally.summary()}`;
}
