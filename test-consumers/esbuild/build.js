import { join } from 'node:path';

import { build } from 'esbuild';

const [folder] = process.argv.slice(2);
await build({
  entryPoints: ['../client/main.js'],
  outfile: join(folder, 'node.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
});
await build({ entryPoints: ['../browser/main.js'], outfile: join(folder, 'browser.js'), bundle: true });
