import { build } from 'esbuild';

await build({
  entryPoints: ['worker.js'],
  outfile: 'out/worker.js',
  bundle: true,
  format: 'esm',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
  alias: { stream: 'node:stream' },
});
