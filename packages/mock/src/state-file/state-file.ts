import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { SavedClock } from '../account/clock.ts';
import type { SavedAccount } from '../account/saved-account.ts';
import { linesIn } from './lines-in.ts';
import { AccountReader, linesOf, type SavedLine } from './saved-account-lines.ts';
import type { StateOrigin } from './state-origin.ts';

/** The changes of all accounts of a server. */
export interface SavedServer {
  /** The server's own clock; `undefined` while it follows real time. */
  readonly clock: SavedClock | undefined;
  readonly accounts: ReadonlyMap<string, SavedAccount>;
}

/** A state file that is not used, and why. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

interface FirstLine {
  readonly format: typeof format;
  readonly formatVersion: number;
  readonly origin: StateOrigin;
  readonly clock: SavedClock | null;
}

interface LastLine {
  /** Of all lines before, each with its line feed. */
  readonly sha256: string;
}

const format = 'erply-mock-state';

/** Becomes another one with every change that an older file cannot be read with. */
const formatVersion = 2;

const startAnew = 'remove it to start anew';

/** Characters that are written at once. */
const bufferedCharacters = 256 * 1024;

class LineWriter {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #pending = '';

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async write(line: object): Promise<void> {
    this.#pending += `${JSON.stringify(line)}\n`;
    if (this.#pending.length >= bufferedCharacters) await this.#flush();
  }

  /** Writes the last line, and brings everything to the disk. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#file.writeFile(
      `${JSON.stringify({ sha256: this.#hash.digest('hex') } satisfies LastLine)}\n`,
    );
    await this.#file.sync();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#pending);
    this.#pending = '';
    this.#hash.update(bytes);
    await this.#file.writeFile(bytes);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown failure';
}

/**
 * Writes the state in place of the file that is there: whoever reads it finds the old state or the new one, whole.
 * @throws StateFileError when the file cannot be written; the one that is there stays.
 */
export async function writeStateFile(path: string, origin: StateOrigin, state: SavedServer): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      const lines = new LineWriter(file);
      await lines.write({ format, formatVersion, origin, clock: state.clock ?? null } satisfies FirstLine);
      for (const [code, account] of state.accounts)
        for (const line of linesOf(code, account)) await lines.write(line);
      await lines.finish();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new StateFileError(`cannot write the state file ${path}: ${reasonOf(error)}`);
  }
}

/** What has to be the same, in the order in which it is named. */
const originNames = ['seed', 'dataset', 'products', 'customers', 'warehouses', 'documents', 'data'] as const;

function checkFirst(path: string, line: Partial<FirstLine>, origin: StateOrigin): void {
  if (line.format !== format)
    throw new StateFileError(`${path} is not a state file: give --state another name`);
  if (line.formatVersion !== formatVersion) {
    const versions = `version ${line.formatVersion}; this erply-mock reads version ${formatVersion}`;
    throw new StateFileError(`the state file ${path} is of ${versions}: ${startAnew}`);
  }
  for (const name of originNames) {
    const made = line.origin?.[name];
    if (made === origin[name]) continue;
    const difference =
      name === 'data'
        ? 'was made with other data (--data)'
        : `was made with ${name} ${made}, not ${origin[name]}`;
    throw new StateFileError(`the state file ${path} ${difference}: start with the same, or ${startAnew}`);
  }
}

/** A first write that fails would be the end of a run that has kept nothing. */
function checkFolder(path: string): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder))
    throw new StateFileError(`the folder ${folder} of the state file does not exist: make it first`);
}

/**
 * Reads a state file; `undefined` where there is none.
 * @throws StateFileError when it is damaged, of another version, or of another shop. It is left as it is.
 */
export async function readStateFile(path: string, origin: StateOrigin): Promise<SavedServer | undefined> {
  const info = await stat(path).catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw new StateFileError(`cannot read the state file ${path}: ${reasonOf(error)}`);
  });
  if (info === undefined) {
    checkFolder(path);
    return undefined;
  }
  if (info.isDirectory()) throw new StateFileError(`${path} is a directory: give --state the name of a file`);
  const damaged = () => new StateFileError(`the state file ${path} is damaged: ${startAnew}`);
  const hash = createHash('sha256');
  const accounts = new AccountReader();
  let first: FirstLine | undefined;
  let last: string | undefined;
  try {
    for await (const text of linesIn(createReadStream(path))) {
      if (last !== undefined) throw damaged();
      const line = JSON.parse(text) as FirstLine | SavedLine | LastLine;
      if (first === undefined) {
        checkFirst(path, line as Partial<FirstLine>, origin);
        first = line as FirstLine;
      } else if ('sha256' in line) last = line.sha256;
      else accounts.read(line as SavedLine);
      if (last === undefined) hash.update(`${text}\n`);
    }
  } catch (error) {
    throw error instanceof StateFileError ? error : damaged();
  }
  if (first === undefined || last !== hash.digest('hex')) throw damaged();
  return { clock: first.clock ?? undefined, accounts: accounts.accounts };
}
