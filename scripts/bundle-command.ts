import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';

import { rolldown } from 'rolldown';

/*
 * Packs the command of a package into two files. The one that npm starts looks whether this Node is new enough, and
 * imports only then `cli.js`, which holds everything else. Most of the start of a small server is finding, reading and
 * compiling modules; `docs/benchmarks.md` has the numbers. Run in the package's folder, after tsc.
 */

/** Large, and rarely asked for: it stays a package that is loaded when it is needed. */
const loadedLater = ['node-forge'];

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };

/** The folder of the package that a bundled module came from, for modules that are not our own. */
function packageFolder(module: string): string | undefined {
  const at = module.lastIndexOf('/node_modules/');
  if (at === -1) return undefined;
  const [scope = '', name = ''] = module.slice(at + '/node_modules/'.length).split('/');
  return join(module.slice(0, at), 'node_modules', scope.startsWith('@') ? `${scope}/${name}` : scope);
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file to pass on`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

async function bundle(input: string, external: readonly string[] = []): Promise<readonly string[]> {
  const built = await rolldown({
    input,
    external: [...loadedLater, ...external],
    platform: 'node',
    logLevel: 'warn',
    // What the oldest Node that is supported reads: it has no `using`.
    transform: { target: 'es2023' },
  });
  const file = join('dist', `${basename(input, extname(input))}.js`);
  const { output } = await built.write({ file, format: 'esm', codeSplitting: false });
  await built.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
}

// What npm starts is taken from tsc, which has written the import of `cli.js` as it must stay.
const starters = Object.values(manifest.bin).map((source) => `dist/${basename(source, '.ts')}.js`);
const modules = [
  ...(await bundle('src/cli.ts')),
  ...(await Promise.all(starters.map((starter) => bundle(starter, ['./cli.js'])))).flat(),
];
const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))].sort();
const head = 'The commands of this package hold parts of the following packages.\n';
const rule = `\n${'-'.repeat(80)}\n\n`;
writeFileSync(
  resolve(dirname('dist/x'), 'THIRD-PARTY-NOTICES.txt'),
  [head, ...folders.map(notice)].join(rule),
);
