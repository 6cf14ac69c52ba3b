import { runOrThrow } from '@erply-kit/tooling';

import { checkOut } from '../checkout.ts';
import { installPackages } from '../installed-packages.ts';
import type { Sides } from './take-turns.ts';

/** Both sides, installed; all of it is removed when they are disposed of. */
export interface OpenSides extends Sides, Disposable {}

const git = async (...args: string[]) =>
  (await runOrThrow(['git', ...args], { cwd: import.meta.dirname })).trim();

/** The whole name of a commit. Throws `TypeError` when there is no such commit. */
export async function findCommit(name: string): Promise<string> {
  try {
    return await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  } catch {
    throw new TypeError(
      `--against: there is no commit "${name}" in this history; a shallow clone has few of them`,
    );
  }
}

/** What is measured as "here": the files as they lie, whatever of them is committed. */
async function labelOfHere(): Promise<string> {
  const [head, changes] = [await git('rev-parse', '--short=7', 'HEAD'), await git('status', '--porcelain')];
  return `working tree (${head}${changes === '' ? '' : ' with changes'})`;
}

/** Builds, packs and installs the working tree and a commit, each in folders of its own. */
export async function openSides(commit: string, say: (line: string) => void): Promise<OpenSides> {
  const opened = new DisposableStack();
  try {
    const label = commit.slice(0, 7);
    const here = await labelOfHere();
    say(`building the packages of the ${here} and installing them with npm`);
    const own = opened.use(await installPackages());
    say(`installing the workspace of ${label}`);
    const checkout = opened.use(await checkOut(commit, 'workspace'));
    say(`building the packages of ${label} and installing them with npm`);
    const other = opened.use(await installPackages(checkout.sources));
    const sides = { here: { label: here, installed: own }, against: { label, installed: other } };
    return { ...sides, [Symbol.dispose]: () => opened.dispose() };
  } catch (error) {
    opened.dispose();
    throw error;
  }
}
