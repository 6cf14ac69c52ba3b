import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';

import { rolldown } from 'rolldown';

/*
 * Packs the command of a package into two files. The one that npm starts looks whether this Node is new enough, and
 * imports only then the other, which holds everything else; a worker is a file of its own. Most of the start of a small
 * server is finding, reading and compiling modules; `docs/benchmarks.md` has the numbers. Run in the package's folder,
 * after tsc where the package has more than a command.
 */

/** Large and rarely asked for, or not there as a rule: they stay packages that are loaded when they are needed. */
const loadedLater = ['node-forge', 'pg-native', 'pg-cloudflare'];

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
  const text = licenceIn(folder);
  if (text === undefined) throw new Error(`${name} has no licence to pass on`);
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/** The text of a file of its own, or of the end of the README. */
function licenceIn(folder: string): string | undefined {
  const names = readdirSync(folder);
  const read = (pattern: RegExp) => {
    const file = names.find((entry) => pattern.test(entry));
    return file && readFileSync(join(folder, file), 'utf8');
  };
  return read(/^licen[cs]e/i) ?? read(/^readme/i)?.match(/^#+ licen[cs]e\s+([^#]{200,})$/im)?.[1];
}

/** What a starter imports once it has looked at Node: it stays a file of its own, beside it. */
const programs = new Set<string>();

const leaveProgram = {
  name: 'leave-program',
  resolveId(source: string, _importer: string | undefined, { kind }: { readonly kind: string }) {
    if (kind !== 'dynamic-import' || !source.startsWith('./')) return undefined;
    programs.add(`src/${basename(source)}`);
    return { id: source.replace(/\.ts$/, '.js'), external: true };
  },
};

async function bundle(
  input: string,
  plugins: readonly (typeof leaveProgram)[] = [],
): Promise<readonly string[]> {
  const built = await rolldown({
    input,
    external: [...loadedLater],
    plugins: [...plugins],
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

const modules: string[] = [];
for (const starter of Object.values(manifest.bin)) modules.push(...(await bundle(starter, [leaveProgram])));
const workers = globSync('src/**/*-worker.ts');
for (const input of [...programs, ...workers]) modules.push(...(await bundle(input)));
const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))].sort();
const head = 'The commands of this package hold parts of the following packages.\n';
const rule = `\n${'-'.repeat(80)}\n\n`;
writeFileSync(
  resolve(dirname('dist/x'), 'THIRD-PARTY-NOTICES.txt'),
  [head, ...folders.map(notice)].join(rule),
);
