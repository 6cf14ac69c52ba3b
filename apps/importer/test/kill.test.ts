import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { type RunningMock, startMock } from '@erply-kit/mock';

import { runImport } from '../src/run-import.ts';
import { type ImporterProcess, startImporter } from './importer-process.ts';
import { readDatabase } from './read-database.ts';
import { readShop } from './read-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Each is a process, two imports and a comparison: 200 of them in `pnpm test:deep`. */
const turns = 4 * Math.min(50, Number(process.env.PROPERTY_SCALE ?? 1));
/** A whole number below `limit` that hangs on seed and turn. */
const chosen = (turn: number, limit: number) => (((seed + turn * 7919) * 2654435761) % 2 ** 32) % limit;

/** Lanes to be in, and so many transactions that they have at least. */
const lanes = [
  { lane: 'products', transactions: 10 },
  { lane: 'stock', transactions: 3 },
  { lane: 'products', transactions: 10 },
  { lane: 'productGroups', transactions: 3 },
  { lane: 'warehouses', transactions: 3 },
] as const;

/** Kills the process some milliseconds after some transaction of some lane. */
function killAtSomeMoment({ child, stdout }: ImporterProcess, turn: number): void {
  const { lane, transactions } = lanes[chosen(turn, lanes.length)] ?? lanes[0];
  const events = 1 + chosen(turn + 1000, transactions);
  child.stdout.on('data', async () => {
    if (stdout().split(`"event":"progress","lane":"${lane}"`).length <= events) return;
    await setTimeout(chosen(turn + 2000, 20));
    child.kill('SIGKILL');
  });
}

async function liveThroughKill(erply: RunningMock, turn: number) {
  using folder = temporaryFolder();
  const clientCode = `shop-${turn}`;
  const credentials = { clientCode, username: 'demo', password: 'demouser', url: erply.url };
  const account = erply.account(clientCode);
  account.setConfig({ set: { getProductsMax: 20 } });

  const importer = startImporter({ args: ['run', '--json'], cwd: folder.path, credentials });
  killAtSomeMoment(importer, turn);
  const ending = await importer.ended();

  account.clock.advance('10m');
  account.data('products').remove(1 + chosen(turn, 150));
  account.data('products').update(180, { name: 'Changed meanwhile' });
  const databasePath = join(folder.path, '.data', 'erply.db');
  const report = await runImport({ credentials, databasePath });
  return {
    ending,
    report,
    copied: readDatabase(databasePath, clientCode),
    held: await readShop(credentials),
  };
}

test('an import that is killed at any moment is finished by the next run', async () => {
  await using erply = await startMock({ products: 200, warehouses: 3 });
  let kills = 0;
  for (let turn = 1; turn <= turns; turn += 1) {
    const { ending, report, copied, held } = await liveThroughKill(erply, turn);
    const which = `PROPERTY_SEED=${seed}, turn ${turn}`;
    expect(report.outcome, which).toBe('completed');
    expect(copied, which).toEqual(held);
    if (ending === 'SIGKILL') kills += 1;
  }
  // A machine that is busy may let an import end before its kill arrives, but not each time.
  expect(kills, `PROPERTY_SEED=${seed}`).toBeGreaterThanOrEqual(Math.floor(turns / 4));
});
