import { jsonLine, oneLine } from '@erply-kit/command-line';

import type { Command } from '../arguments.ts';
import type { CommandIO } from '../command-io.ts';
import { databasePath } from '../database-path.ts';
import { findPerson, forgetPerson, rememberPerson } from '../forget-person.ts';
import { createFileProgress } from '../output/file-progress.ts';
import { forgetText } from '../output/forget-text.ts';

/** `importer forget CODE ID`: erases one customer from the database. Asks Erply nothing. */
export async function forget(
  command: Extract<Command, { kind: 'forget' }>,
  { environment, stdout, stderr, signal, now, cwd }: CommandIO,
): Promise<number> {
  const { json, database, person, yes, undo } = command;
  const path = databasePath(database ?? (environment.variables.DATABASE_URL || undefined), cwd);
  const options = { databasePath: path, person };
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
