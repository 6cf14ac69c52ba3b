import { jsonLine, oneLine, UsageError } from '@erply-kit/command-line';

import type { CommandIO } from '../command-io.ts';
import { findPerson, forgetPerson, rememberPerson } from '../forget-person.ts';
import {
  addressOf,
  type DatabaseOptions,
  databaseOptions,
  readDatabaseOptions,
} from '../options/database-options.ts';
import type { Given } from '../options/option.ts';
import { createFileProgress } from '../output/file-progress.ts';
import { forgetText } from '../output/forget-text.ts';
import type { Person } from '../personal/person.ts';
import { defineCommand } from './command.ts';

interface GivenForget extends DatabaseOptions {
  readonly person: Person;
  /** Erases; without it, the command says what there is. */
  readonly yes: boolean;
  /** Lets the person come in again. */
  readonly undo: boolean;
}

/** `importer forget CODE ID`: erases one customer from the database. Asks Erply nothing. */
export const forget = defineCommand({
  options: { ...databaseOptions, yes: { type: 'boolean' }, undo: { type: 'boolean' } },
  operands: { count: 2, what: 'CODE ID' },
  read: readForget,
  run: eraseOrTell,
});

function readForget(given: Given): GivenForget {
  const { switches, words } = given;
  const person = personOf(words);
  return { ...readDatabaseOptions(given), person, yes: switches.has('yes'), undo: switches.has('undo') };
}

/** The code of an account and the ID of a customer. */
function personOf([clientCode, text]: readonly string[]): Person {
  const id = Number(text);
  if (!clientCode || text === undefined) throw new UsageError('say whom: importer forget CODE ID');
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id) || id === 0)
    throw new UsageError('forget CODE ID takes the ID that the customer has in Erply, a number such as 1234');
  return { clientCode, id };
}

async function eraseOrTell(command: GivenForget, io: CommandIO): Promise<number> {
  const { json, person, yes, undo } = command;
  const { stdout, stderr, signal, now } = io;
  const options = { database: addressOf(command, io), person };
  const print = (text: string, facts: object) =>
    stdout.write(json ? jsonLine({ event: 'forget', ...person, ...facts }) : `${oneLine(text)}\n`);
  if (!undo && !yes) {
    const rows = await findPerson(options);
    print(`there is ${forgetText(rows)}`, { erased: false, rows });
    stderr.write('importer: nothing was erased; to erase it, and keep it out of later runs, add --yes\n');
    return 1;
  }
  const progress = createFileProgress({
    ...{ out: json ? stdout : stderr, event: 'forgetProgress', json, now },
  });
  const erasing = { ...options, signal, now, onProgress: progress.written };
  try {
    if (undo) {
      const wasForgotten = await rememberPerson(erasing);
      progress.end();
      print(undoText(person.id, wasForgotten), { undone: wasForgotten });
      return 0;
    }
    const rows = await forgetPerson(erasing);
    progress.end();
    print(
      `erased ${forgetText(rows)}; customer ${person.id} does not come in again; backups of the database still hold what they held`,
      { erased: true, rows },
    );
    return 0;
  } finally {
    progress.end();
  }
}

const undoText = (id: number, wasForgotten: boolean): string =>
  wasForgotten
    ? `customer ${id} may come in again: with the next change, or with run --full`
    : `customer ${id} was not forgotten`;
