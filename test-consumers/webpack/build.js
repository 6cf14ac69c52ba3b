import { promisify } from 'node:util';

import webpack from 'webpack';

const [folder] = process.argv.slice(2);
const common = { mode: 'production', devtool: false, performance: false, optimization: { minimize: false } };
const configurations = [
  {
    ...common,
    target: 'node',
    entry: '../client/main.js',
    output: { path: folder, filename: 'node.mjs', chunkFormat: 'module', module: true },
    experiments: { outputModule: true },
  },
  { ...common, target: 'web', entry: '../browser/main.js', output: { path: folder, filename: 'browser.js' } },
];
const stats = await promisify(webpack)(configurations);
if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
