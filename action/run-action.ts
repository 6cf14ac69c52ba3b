import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type RunResult, repository, run } from '@erply-kit/tooling';

type Values = Readonly<Record<string, string>>;

/** A job of GitHub Actions, as far as a JavaScript action sees one. */
export interface Job {
  readonly folder: string;
  /** Runs the main step; what it hands over is in the answer. */
  main(inputs: Values, env?: Values): Promise<MainStep>;
  /** Runs the post step of a main step. */
  post(step: MainStep, inputs?: Values): Promise<RunResult>;
}

export interface MainStep extends RunResult {
  readonly inputs: Values;
  readonly outputs: Values;
  readonly env: Values;
  readonly state: Values;
}

/** Runs the steps of the action as the runner does: as programs, with everything in their environment and in files. */
export async function startJob(folder: string): Promise<Job> {
  const work = join(folder, 'work');
  const temp = join(folder, 'temp');
  await mkdir(work, { recursive: true });
  await mkdir(temp, { recursive: true });
  let steps = 0;
  return {
    folder: work,
    async main(inputs, given = {}) {
      steps += 1;
      const names = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE'];
      const files = Object.fromEntries(names.map((name) => [name, join(folder, `${name}-${steps}`)]));
      await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
      const result = await runStep('main.js', work, {
        RUNNER_TEMP: temp,
        ...asInputs(inputs),
        ...files,
        ...given,
      });
      const [outputs = {}, env = {}, state = {}] = await Promise.all(
        names.map(async (name) => valuesIn(await readFile(files[name] ?? '', 'utf8'))),
      );
      return { ...result, inputs: { ...inputs, ...given }, outputs, env, state };
    },
    post(step, inputs = { 'job-status': 'success' }) {
      const state = Object.fromEntries(
        Object.entries(step.state).map(([name, value]) => [`STATE_${name}`, value]),
      );
      return runStep('post.js', work, {
        RUNNER_TEMP: temp,
        ...asInputs({ ...step.inputs, ...inputs }),
        ...state,
      });
    },
  };
}

const runStep = (file: string, cwd: string, env: Values) =>
  run([process.execPath, join(repository, 'action', file)], { cwd, env, timeoutMs: 120_000 });

const asInputs = (inputs: Values) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

const valuesIn = (text: string) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** A folder that holds the package with this program as its command, for the input `path`. */
export async function packageOf(folder: string, program: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: '@erply-kit/mock',
    version: '1.2.3',
    type: 'module',
    bin: { 'erply-mock': 'start.js' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'start.js'), program);
  return folder;
}

/** The fake of this repository, packed where tests run. */
export function workspaceFake(folder: string): Promise<string> {
  const command = join(repository, 'packages/mock', process.env.TESTED_COMMAND ?? 'src/cli.ts');
  return packageOf(folder, `await import(${JSON.stringify(pathToFileURL(command).href)});`);
}
