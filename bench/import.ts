import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Bench } from './bench.ts';
import { runCommand } from './command.ts';
import { median } from './median.ts';
import { startServer } from './server-process.ts';
import { ms } from './units.ts';

const importer = fileURLToPath(new URL('../apps/importer/src/cli.ts', import.meta.url));
const products = 5000;
const rounds = 5;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

export const fullImport: Bench = {
  name: 'import',
  about: 'the importer copies 5,000 products into SQLite; floor: undici, JSON.parse and one INSERT a record',
  async run(context) {
    if (!existsSync(importer)) throw new Error('there is no importer yet');
    const installed = await context.installed();
    await using mock = await startServer(
      installed.mock('--products', String(products), '--quota', '100000000'),
    );
    const folder = await mkdtemp(join(tmpdir(), 'erply-kit-bench-import-'));
    const own: number[] = [];
    const floor: number[] = [];
    const account = { ERPLY_CLIENT_CODE: '100001', ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: 'demouser' };
    try {
      for (let round = 0; round < rounds; round++) {
        const raw = [
          process.execPath,
          installed.program('raw-import'),
          mock.url,
          join(folder, `raw-${round}.db`),
        ];
        floor.push(await timed(() => runCommand(raw)));
        const env = {
          ...account,
          ERPLY_API_URL: mock.url,
          DATABASE_URL: `sqlite:${join(folder, `own-${round}.db`)}`,
        };
        const run = [process.execPath, importer, 'run', '--lanes', 'products', '--json'];
        own.push(await timed(() => runCommand(run, { cwd: folder, env })));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    const measured = median(own);
    const least = median(floor);
    const name = `import of ${products.toLocaleString('en')} products, start of the process included`;
    return [{ name, measured: ms(measured), floor: ms(least), ratio: measured / least }];
  },
};
