import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { openAtomicFile } from '../src/files/atomic-file.ts';
import { lockFile } from '../src/files/lock-file.ts';

/** Writes into a folder until something is in the way, first a feed and then a lock, and prints what is. */
const folder = resolve(process.argv[2] ?? '');
const say = (error: Error) => console.log(error.message.replaceAll(folder, 'full'));

await writeFeed().catch(say);
await writeFile(join(folder, 'another file'), 'x'.repeat(1_000_000)).catch(() => undefined);
await lockFile(join(folder, '.feed.lock'), async () => undefined).catch(say);
console.log((await readdir(folder)).join());

async function writeFeed(): Promise<void> {
  await using file = await openAtomicFile(join(folder, 'feed.csv'), Date.now());
  for (let line = 0; line < 100_000; line++) await file.write(`${line}\n`);
  await file.finish();
}
