import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';
import { type Random, propertySeed as seed } from '@erply-kit/tooling/property';

import { describeDifferences } from '../demo/compare.ts';
import { compareFeedRows } from '../demo/compare-feed.ts';
import { assertWhole, feedNames, phaseOf, readFeedState, rowsOf, watchFeed } from './feed-folder.ts';
import type { KillMoment } from './kill-app.ts';
import { createKillTally, type KillTally } from './kill-tally.ts';
import { openTrial, sizeOfTrial, type Trial } from './open-trial.ts';

/** Of so many rounds one begins with an empty folder. */
const roundsOfOneFolder = 3;
const mostKills = 18;
const trialSize = sizeOfTrial({ kills: 200, products: 20_000 });

function someMoment(random: Random): KillMoment {
  return random.pick<KillMoment>([
    { what: 'start', times: 1, delayMs: random.whole(0, 700) },
    { what: 'request', times: random.whole(1, 7), delayMs: random.whole(0, 300) },
    { what: 'request', times: random.whole(1, 7), delayMs: 0 },
    { what: 'temporary file', times: random.whole(1, 4), delayMs: random.whole(0, 3) },
    { what: 'text', times: random.whole(1, 40), delayMs: 0 },
    { what: 'lock', times: random.whole(1, 2), delayMs: random.whole(0, 1) },
    { what: 'stock.csv', times: 1, delayMs: random.whole(0, 1) },
    { what: 'stock.ndjson', times: 1, delayMs: 0 },
    { what: 'manifest.json', times: 1, delayMs: 0 },
  ]);
}

interface Round {
  readonly trial: Trial;
  readonly tally: KillTally;
  readonly folder: string;
}

/** Kills the feed several times over one folder, while the shop changes. */
async function killRepeatedly({ trial, tally, folder }: Round) {
  const { random, shop } = trial;
  const most = Math.min(mostKills, trialSize.kills);
  for (let left = random.whole(Math.ceil((most + 1) / 2), most); left > 0; left--) {
    await shop.change(random.whole(1, Math.ceil(trialSize.products / 500)));
    const before = readFeedState(folder);
    const seen = new Set<string>();
    const { ending, stderr } = await trial.kill({
      ...{ app: 'stock-feed', args: ['run', '--out', folder], cwd: folder },
      moment: someMoment(random),
      watch: (happened) => watchFeed(folder, seen, happened),
      nameOfLine: () => undefined,
    });
    const after = readFeedState(folder);
    for (const name of feedNames) if (after.has(name)) seen.add(after.get(name) ?? '');
    for (const text of seen) assertWhole(text, before, after);
    // One that was quicker than its kill has to have ended well.
    if (ending !== 'SIGKILL') expect({ ending, stderr }).toMatchObject({ ending: 0 });
    else tally.count(phaseOf(before, after));
  }
}

/** Everything in which a feed is not what the shop is. */
async function differencesOf({ shop }: Trial, folder: string): Promise<string> {
  const state = readFeedState(folder);
  expect([...state.keys()].sort()).toEqual(['manifest.json', 'stock.csv', 'stock.ndjson']);
  const records = await shop.read();
  const differences = feedNames.flatMap((name) =>
    compareFeedRows(records, name, rowsOf(state.get(name) ?? '')),
  );
  return describeDifferences(differences);
}

test('a feed that is killed at any moments, in a shop that changes, is whole, and the next run makes it right', async () => {
  await using folder = await temporaryFolder('feed-kills');
  await using trial = await openTrial(trialSize);
  const tally = createKillTally();
  let feed = '';
  for (let round = 0; tally.kills < trialSize.kills; round++) {
    const which = `PROPERTY_SEED=${seed}, round ${round}`;
    // A machine that is busy may let a run end before its kill arrives, but not each time.
    expect(round, `${which}: too few kills`).toBeLessThan(10 + trialSize.kills);
    if (round % roundsOfOneFolder === 0) {
      feed = join(folder.path, `round-${round}`);
      mkdirSync(feed);
    }
    await killRepeatedly({ trial, tally, folder: feed });
    await trial.shop.letTimePass();
    await trial.finish({ app: 'stock-feed', args: ['run', '--out', feed], cwd: feed });
    expect(await differencesOf(trial, feed), which).toBe('');
  }
  console.log(`stock feed: ${tally.kills} kills of ${trialSize.products} products; ${tally.summary()}`);
});
