// Forks, saves, restores and resets an account of a shop of 100,000 products in this process, with so many changed
// records as its argument says. Prints one line of JSON: the milliseconds of each, round by round.
import { createMock } from '@erply-kit/mock';

const changed = Number(process.argv[2]);
const rounds = 60;
const settlingRounds = 10;

const mock = createMock({ products: 100_000, quota: 1e9 });
const account = mock.account('100001');
const api = async (fields) => {
  const body = new URLSearchParams({ clientCode: '100001', ...fields });
  const answer = await mock.app.request('/api/', { method: 'POST', body });
  return JSON.parse(await answer.text());
};

async function change(round) {
  const { records } = await api({ request: 'verifyUser', username: 'demo', password: 'demouser' });
  const { sessionKey } = records[0];
  for (let number = 0; number < changed; number += 1) {
    const productID = String(1 + ((round * 7919 + number * 101) % 100_000));
    const fields = { request: 'saveProduct', productID, name: `Changed ${number}` };
    const { status } = await api({ sessionKey, ...fields });
    if (status.errorCode !== 0) throw new Error(`saveProduct: code ${status.errorCode}`);
  }
}

const times = { fork: [], snapshot: [], restore: [], reset: [] };

function take(name, isCounted, action) {
  const startedAt = performance.now();
  const result = action();
  if (isCounted) times[name].push(performance.now() - startedAt);
  return result;
}

for (let round = 0; round < rounds + settlingRounds; round += 1) {
  const isCounted = round >= settlingRounds;
  await change(round);
  take('fork', isCounted, () => account.fork('copy'));
  const { id } = take('snapshot', isCounted, () => account.snapshot());
  await change(round + 1);
  take('restore', isCounted, () => account.restore(id));
  const { counts } = account.changes({ limit: 0 });
  if (counts.products?.changed !== changed) throw new Error(`${counts.products?.changed} changed records`);
  take('reset', isCounted, () => account.reset());
  if (account.changes().changes.length > 0) throw new Error('something is left after the reset');
  account.removeSnapshot(id);
  mock.account('copy').forget();
}
process.stdout.write(`${JSON.stringify(times)}\n`);
