import { stat } from 'node:fs/promises';

import type { Server } from '../server.ts';
import { readStateFile, type SavedServer, StateFileError, writeStateFile } from './state-file.ts';
import { originOf } from './state-origin.ts';

export interface KeptStateOptions {
  readonly path: string;
  /** Calls back every so often, until it is told to stop. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
  /** What went wrong while nobody was waiting for it. */
  readonly onFailure: (error: Error) => void;
}

/** How long a change may be in the memory alone. */
const writeEveryMs = 1000;

function savedServer({ accounts, clock }: Server): SavedServer {
  const kept = accounts.list().filter((account) => account.isChanged || account.sessions.bytes > 0);
  return { clock: clock.save(), accounts: new Map(kept.map((account) => [account.code, account.save()])) };
}

function load({ accounts, clock, options }: Server, saved: SavedServer): void {
  // A clock that was asked for at this start is not set by the last one.
  if (options.nowMs === undefined && !options.frozen) clock.load(saved.clock);
  for (const [code, state] of saved.accounts) {
    const account = accounts.find(code);
    if (account === undefined)
      throw new StateFileError(
        `the state file has an account ${code}: add it to --accounts, or remove the file`,
      );
    account.load(state);
    accounts.keep(account);
  }
}

/** Tells the file that is there from any other one that may take its place. */
const identityOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`,
    () => 'none',
  );

/**
 * Goes on from the state in a file, if there is one, and keeps it up to date: soon after each change, and when it is
 * disposed of.
 * @throws StateFileError when the file cannot be used.
 */
export async function keepState(server: Server, options: KeptStateOptions): Promise<AsyncDisposable> {
  const { path, every, onFailure } = options;
  const origin = originOf(server);
  const saved = await readStateFile(path, origin);
  if (saved !== undefined) load(server, saved);
  let written = server.accounts.changeCount;
  let identity = await identityOf(path);
  let writing: Promise<void> = Promise.resolve();
  const writeNow = async () => {
    const count = server.accounts.changeCount;
    if ((await identityOf(path)) !== identity)
      throw new StateFileError(`the state file ${path} was changed by another program: it is left as it is`);
    await writeStateFile(path, origin, savedServer(server));
    identity = await identityOf(path);
    written = count;
  };
  // One after the other: the last one has to be the newest.
  const write = () => {
    writing = writing.catch(() => undefined).then(writeNow);
    return writing;
  };
  let isBusy = false;
  const stop = every(writeEveryMs, () => {
    if (isBusy || written === server.accounts.changeCount) return;
    isBusy = true;
    write()
      .catch(onFailure)
      .finally(() => {
        isBusy = false;
      });
  });
  return {
    async [Symbol.asyncDispose]() {
      stop();
      await write();
    },
  };
}
