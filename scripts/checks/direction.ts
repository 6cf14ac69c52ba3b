import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

import type { PackageRule } from '../package-rules.ts';
import { isTest, reported, sourceFiles } from '../source-files.ts';
import { circlesOf } from './circles.ts';
import { importsOf } from './imports-of.ts';

const scope = '@erply-kit/';
const bannedNames = ['utils', 'common', 'shared', 'helpers'];
const parents = ['packages', 'apps'];

type Rules = Readonly<Record<string, PackageRule>>;

interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What in a workspace goes against the direction of its packages: one sentence each, in a stable order. */
export async function directionFaults(root: string, rules: Rules): Promise<string[]> {
  const manifests = await readManifests(root, rules);
  const faults = await folderFaults(root, rules);
  for (const [name, rule] of Object.entries(rules)) {
    faults.push(...manifestFaults(name, rule, manifests.get(name)));
    const graph = new Map<string, readonly string[]>();
    for (const file of await sourceFiles(join(root, rule.folder))) {
      const source = await readFile(join(root, rule.folder, file), 'utf8');
      const wantedHere = importsOf(file, source);
      for (const wanted of wantedHere) {
        const fault = importFault({ name, rule, file, wanted, manifests }) ?? layerFault(rule, file, wanted);
        if (fault) faults.push(`${reported(rule.folder, file)}: ${fault}`);
      }
      const relative = wantedHere.filter((wanted) => wanted.startsWith('.'));
      if (!isTest(file))
        graph.set(
          file,
          relative.map((wanted) => resolved(file, wanted)),
        );
    }
    const circles = circlesOf(graph).map((files) => [...files, files[0]].map(String).join(' -> '));
    faults.push(...circles.map((circle) => `${rule.folder}: a circle of imports: ${circle}`));
  }
  return faults;
}

async function readManifests(root: string, rules: Rules): Promise<Map<string, Manifest>> {
  const manifests = new Map<string, Manifest>();
  for (const [name, rule] of Object.entries(rules)) {
    const path = join(root, rule.folder, 'package.json');
    if (existsSync(path)) manifests.set(name, JSON.parse(await readFile(path, 'utf8')));
  }
  return manifests;
}

/** Packages without a rule, and packages with a name that invites everything. */
async function folderFaults(root: string, rules: Rules): Promise<string[]> {
  const faults: string[] = [];
  const known = new Set(Object.values(rules).map((rule) => rule.folder));
  for (const parent of parents) {
    if (!existsSync(join(root, parent))) continue;
    for (const name of (await readdir(join(root, parent))).sort()) {
      const folder = `${parent}/${name}`;
      if (!existsSync(join(root, folder, 'package.json'))) continue;
      if (bannedNames.includes(name)) faults.push(`${folder}: no package is called "${name}"`);
      if (!known.has(folder)) faults.push(`${folder}: has no rule in scripts/package-rules.ts`);
    }
  }
  return faults;
}

function manifestFaults(name: string, rule: PackageRule, manifest: Manifest = {}): string[] {
  const { dependencies, peerDependencies, optionalDependencies, devDependencies } = manifest;
  const used = { ...dependencies, ...peerDependencies, ...optionalDependencies };
  const outside = (names: object, allowed: readonly string[]) =>
    Object.keys(names).filter((one) => one.startsWith(scope) && !allowed.includes(one.slice(scope.length)));
  return [
    ...outside(used, rule.may).map((one) => `${rule.folder}/package.json: ${name} must not depend on ${one}`),
    ...outside(devDependencies ?? {}, [...rule.may, ...rule.inTests]).map(
      (one) => `${rule.folder}/package.json: ${name} must not depend on ${one}, not even in tests`,
    ),
  ];
}

interface Import {
  readonly name: string;
  readonly rule: PackageRule;
  readonly file: string;
  readonly wanted: string;
  readonly manifests: ReadonlyMap<string, Manifest>;
}

const resolved = (file: string, wanted: string) => posix.join(posix.dirname(file), wanted);

/** A file of one layer imports a file of a higher one. */
function layerFault({ layers = [] }: PackageRule, file: string, wanted: string): string | undefined {
  if (!wanted.startsWith('.') || isTest(file)) return undefined;
  const layerOf = (path: string) => layers.indexOf(path.split('/')[1] ?? '');
  const own = layerOf(file);
  const other = layerOf(resolved(file, wanted));
  return own !== -1 && other > own
    ? `${layers[own]} must not import ${layers[other]}, which is above it`
    : undefined;
}

function importFault({ name, rule, file, wanted, manifests }: Import): string | undefined {
  if (wanted.startsWith('.')) {
    return resolved(file, wanted).startsWith('..') ? `"${wanted}" leaves the package` : undefined;
  }
  if (!wanted.startsWith(scope)) return undefined;
  const [target = '', ...inside] = wanted.slice(scope.length).split('/');
  const inTests = isTest(file) || /(^|\/)demo[./]/.test(file);
  const allowed = inTests ? [...rule.may, ...rule.inTests] : rule.may;
  if (!allowed.includes(target))
    return `${name} must not import ${wanted}${rule.inTests.includes(target) ? ' outside tests' : ''}`;
  const entry = inside.length === 0 ? '.' : `./${inside.join('/')}`;
  const exported = manifests.get(target)?.exports ?? {};
  return entry in exported
    ? undefined
    : `"${wanted}" is an inside path; import what ${scope}${target} exports`;
}
