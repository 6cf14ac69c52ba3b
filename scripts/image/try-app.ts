import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { startMock } from '@erply-kit/mock';
import { run } from '@erply-kit/tooling';

import type { BuiltImage } from './build-in-folders.ts';

interface TriedApp {
  readonly name: string;
  /** Behind the entrypoint. */
  readonly args: readonly string[];
}

/** The apps, and what each is asked to do with a small shop. */
export const triedApps: readonly TriedApp[] = [
  { name: 'importer', args: ['run', '--database', 'sqlite:erply.db'] },
  { name: 'stock-feed', args: ['run', '--out', '.'] },
];

/** The program of an image copies what a fake holds, in a folder beside the image. Throws with what it said otherwise. */
export async function tryApp(entrypoint: readonly string[], image: BuiltImage, app: TriedApp): Promise<void> {
  await using erply = await startMock({ products: 20, warehouses: 2 });
  const cwd = `${image.root}-work`;
  await mkdir(cwd);
  const [node = '', file = ''] = entrypoint;
  const { code, output } = await run([node, join(image.workFolder, file), ...app.args], {
    cwd,
    env: {
      ...image.env,
      ERPLY_CLIENT_CODE: '100001',
      ERPLY_USERNAME: 'demo',
      ERPLY_PASSWORD: 'demouser',
      ERPLY_API_URL: erply.url,
    },
  });
  if (code !== 0) throw new Error(`${app.name} ended with ${code}: ${output}`);
}
