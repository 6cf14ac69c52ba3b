import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { runApp } from '../demo/run-app.ts';
import { startFake } from '../demo/start-fake.ts';

/** A folder with a `stock.csv` and a `stock.ndjson` of the same rows. */
export interface Feed {
  readonly name: string;
  readonly folder: string;
}

const clientCode = '100001';
const manyProducts = 100_000;

/** Makes a feed of codes that break readers, and a large one whose only such code comes last. */
export async function makeFeeds(folder: string): Promise<Feed[]> {
  const nasty = { name: 'nasty', folder: join(folder, 'nasty') };
  const large = { name: `${manyProducts.toLocaleString('en')} products`, folder: join(folder, 'large') };
  await makeFeed(nasty.folder, ['--dataset', 'nasty']);
  await makeFeed(large.folder, ['--products', String(manyProducts)], async (change) => {
    for (let id = manyProducts; id > manyProducts - 20; id--)
      await change(`/data/products/${id}`, { code: `BOLT,M8-${id}\\`, code2: '1,5' });
  });
  return [nasty, large];
}

type Change = (path: string, values: object) => Promise<unknown>;

async function makeFeed(
  folder: string,
  args: readonly string[],
  prepare: (change: Change) => Promise<void> = async () => undefined,
): Promise<void> {
  await mkdir(folder);
  await using fake = await startFake(clientCode, args);
  await prepare((path, values) => fake.control('PUT', path, values));
  const env = {
    ERPLY_API_URL: fake.url,
    ERPLY_CLIENT_CODE: clientCode,
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
  };
  await runApp({ app: 'stock-feed', args: ['run', '--out', folder, '--offline'], env, cwd: folder });
}
