import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';

import { runOrThrow } from '@erply-kit/tooling';

import type { Stage, Step } from './dockerfile.ts';

const longestStepMs = 10 * 60_000;

/** What an engine would start as a container. */
export interface BuiltImage {
  /** Holds what the image has beside its base. */
  readonly root: string;
  /** Where the program starts, in the root. */
  readonly workFolder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Of what to build, and where. */
export interface Build {
  readonly context: string;
  /** Patterns of what an engine would not be given of the context. */
  readonly ignored: readonly string[];
  readonly folder: string;
}

/**
 * Does the steps of a Dockerfile one after the other, with a folder for the root of each stage and the Node of this machine
 * for the base. What it cannot show: users, paths in RUN that begin with "/", and the base itself.
 */
export async function buildInFolders(stages: readonly Stage[], build: Build): Promise<BuiltImage> {
  let image: BuiltImage = { root: build.folder, workFolder: build.folder, env: {} };
  for (const stage of stages) {
    const root = join(build.folder, stage.name);
    image = { root, workFolder: root, env: {} };
    for (const step of stage.steps) image = await stepDone(step, image, build);
  }
  return image;
}

async function stepDone(step: Step, image: BuiltImage, build: Build): Promise<BuiltImage> {
  const { root, workFolder, env } = image;
  if (step.keyword === 'WORKDIR') {
    const next = inRoot(image, step.args[0] ?? '');
    await mkdir(next, { recursive: true });
    return { ...image, workFolder: next };
  }
  if (step.keyword === 'ENV') return { ...image, env: { ...env, ...valuesOf(step) } };
  if (step.keyword === 'COPY') await copy(step, image, build);
  if (step.keyword === 'RUN')
    await runOrThrow(['sh', '-c', step.text], { cwd: workFolder, env, timeoutMs: longestStepMs });
  return { ...image, root };
}

/** A path of the image, where it is on this machine. */
const inRoot = ({ root, workFolder }: BuiltImage, path: string) =>
  path.startsWith('/') ? join(root, path) : resolve(workFolder, path);

const valuesOf = ({ args }: Step) =>
  Object.fromEntries(
    args.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

/** A folder is copied with what is in it, a file into a target that ends with "/". */
async function copy({ args, flags }: Step, image: BuiltImage, build: Build): Promise<void> {
  const target = args.at(-1) ?? '';
  const { from } = flags;
  const base = from === undefined ? build.context : join(build.folder, from);
  const ignored = from === undefined ? build.ignored : [];
  const isWanted = (path: string) => !ignored.some((pattern) => matchesGlob(relative(base, path), pattern));
  for (const source of args.slice(0, -1)) {
    const path = join(base, source);
    const isFolder = (await stat(path)).isDirectory();
    const to = inRoot(image, isFolder || !target.endsWith('/') ? target : `${target}${basename(path)}`);
    await mkdir(dirname(to), { recursive: true });
    await cp(path, to, { recursive: true, filter: isWanted });
  }
}

/** The patterns of a `.dockerignore`. */
export async function ignoredPaths(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
