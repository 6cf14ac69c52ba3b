// A custom emulator of `emulate` with the products of a file as its state, and a list of them in pages.
import { readFileSync } from 'node:fs';

import { createEmulator, defineEmulator } from 'emulate';

const [file, port] = process.argv.slice(2);

const shop = defineEmulator({
  name: 'shop',
  state: () => JSON.parse(readFileSync(file, 'utf8')),
  setup({ app, state }) {
    app.get('/products', (c) => {
      const page = Number(c.req.query('page') ?? 1);
      const limit = Number(c.req.query('limit') ?? 100);
      const first = (page - 1) * limit;
      return c.json({ total: state.products.length, products: state.products.slice(first, first + limit) });
    });
  },
});

await createEmulator({ service: shop, port: Number(port) });
console.log(`http://127.0.0.1:${port}`);
