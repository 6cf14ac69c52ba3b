import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';
import { type Random, propertySeed as seed } from '@erply-kit/tooling/property';

import { compareShops, describeDifferences } from '../demo/compare.ts';
import { readDatabase } from '../demo/database.ts';
import type { KillMoment } from './kill-app.ts';
import { createKillTally, type KillTally } from './kill-tally.ts';
import { openTrial, type Trial, trialSize } from './open-trial.ts';

/** What a round begins with: an empty database, a copy that is read anew, a copy that is brought up to date. */
const starts = ['empty', 'changes', 'changes', 'full', 'changes', 'changes'] as const;
type Start = (typeof starts)[number];

/** Killed again and again in one round, at most so often: a full read goes on where it was, and takes many. */
const mostKills = { empty: 14, full: 14, changes: 7 };

const lanes = ['warehouses', 'productGroups', 'brands', 'products', 'stock'] as const;

/** In a long read there are more commits, and it takes longer to write a page. */
function someMoment(random: Random, start: Start): KillMoment {
  const isLong = start !== 'changes';
  const delayMs = random.whole(0, isLong ? 200 : 25);
  const lane = random.pick([...lanes, 'products', 'products', 'stock']);
  return random.pick<KillMoment>([
    { what: 'start', times: 1, delayMs: random.whole(0, 700) },
    { what: 'request', times: random.whole(1, isLong ? 25 : 12), delayMs },
    { what: `commit of ${lane}`, times: random.whole(1, isLong ? 8 : 3), delayMs: 0 },
    { what: `commit of ${lane}`, times: random.whole(1, 3), delayMs },
    { what: `end of ${random.pick(lanes)}`, times: 1, delayMs: random.whole(0, 6) },
    { what: 'end of stock', times: 1, delayMs: random.whole(0, 3) },
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
  if (last === undefined) return requests === 0 ? 'starting' : 'before the first commit of warehouses';
  const { event, lane, mode, phase } = JSON.parse(last);
  if (event === 'progress') return `${lane}, ${mode === 'full' ? 'everything' : 'changes'} (${phase})`;
  const next = event === 'lane' ? lanes[lanes.indexOf(lane) + 1] : undefined;
  return next === undefined ? 'closing the database' : `before the first commit of ${next}`;
}

interface Round {
  readonly trial: Trial;
  readonly tally: KillTally;
  readonly database: string;
  readonly start: Start;
}

/** Kills the importer several times over one database, while the shop changes. */
async function killRepeatedly({ trial, tally, database, start }: Round, cwd: string) {
  const { random, shop } = trial;
  const most = Math.min(mostKills[start], trialSize.kills);
  const times = random.whole(Math.ceil((most + 1) / 2), most);
  for (let run = 1; run <= times; run++) {
    await shop.change(random.whole(1, Math.ceil(trialSize.products / 500)));
    await shop.letTimePass();
    const args = ['run', '--json', ...(start === 'full' && run === 1 ? ['--full'] : [])];
    const { ending, lines, requests, stderr } = await trial.kill({
      ...{ app: 'importer', args, cwd, database, nameOfLine },
      moment: someMoment(random, start),
      watch: () => ({ [Symbol.dispose]() {} }),
    });
    // One that was quicker than its kill has to have ended well.
    if (ending !== 'SIGKILL') expect({ ending, stderr }).toMatchObject({ ending: 0 });
    else tally.count(phaseOf(lines, requests));
  }
}

/** Everything in which the database is not what the shop is. */
async function differencesOf({ shop }: Trial, path: string): Promise<string> {
  using database = new DatabaseSync(path, { readOnly: true });
  const leftovers = database
    .prepare(
      `SELECT integrity_check AS integrity, (SELECT count(*) FROM dead_letters) AS dead,
         (SELECT count(*) FROM stock_staged) AS staged FROM pragma_integrity_check`,
    )
    .all();
  expect(leftovers).toEqual([{ integrity: 'ok', dead: 0, staged: 0 }]);
  return describeDifferences(compareShops(await shop.read(), readDatabase(path)));
}

test('an importer that is killed at any moments, in a shop that changes, is finished by the next run', async () => {
  await using folder = await temporaryFolder('importer-kills');
  await using trial = await openTrial();
  const tally = createKillTally();
  let database = '';
  for (let round = 0; tally.kills < trialSize.kills; round++) {
    // A machine that is busy may let a run end before its kill arrives, but not each time.
    expect(round, `PROPERTY_SEED=${seed}: too few kills`).toBeLessThan(10 + trialSize.kills);
    const start = starts[round % starts.length] ?? 'changes';
    if (start === 'empty') database = join(folder.path, `round-${round}.db`);
    await killRepeatedly({ trial, tally, database, start }, folder.path);
    await trial.shop.letTimePass();
    await trial.finish({ app: 'importer', args: ['run'], cwd: folder.path, database });
    expect(await differencesOf(trial, database), `PROPERTY_SEED=${seed}, round ${round}`).toBe('');
  }
  console.log(`importer: ${tally.kills} kills of ${trialSize.products} products; ${tally.summary()}`);
});
