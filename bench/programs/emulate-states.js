// Saves, restores and resets a custom emulator of `emulate` whose state is the products of a file, some of them changed.
// Prints one line of JSON: the milliseconds of each, round by round.
import { readFileSync } from 'node:fs';

import { createEmulator, defineEmulator } from 'emulate';

const file = process.argv[2];
const changed = Number(process.argv[3]);
const rounds = 7;

const shop = defineEmulator({
  name: 'shop',
  state: () => JSON.parse(readFileSync(file, 'utf8')),
  setup({ app, state }) {
    app.put('/products/:place', (c) => {
      state.products[Number(c.req.param('place'))].name = 'Changed';
      return c.body(null, 204);
    });
  },
});
const emulator = await createEmulator({ service: shop, listen: false });
const times = { snapshot: [], restore: [], reset: [] };

async function take(name, action) {
  const startedAt = performance.now();
  const result = await action();
  times[name].push(performance.now() - startedAt);
  return result;
}

for (let round = 0; round < rounds; round += 1) {
  for (let place = 0; place < changed; place += 1)
    await emulator.request(`/products/${place}`, { method: 'PUT' });
  const snapshot = await take('snapshot', () => emulator.snapshot());
  await take('reset', () => emulator.reset());
  await take('restore', () => emulator.restore(snapshot));
}
await emulator.close();
process.stdout.write(`${JSON.stringify(times)}\n`);
