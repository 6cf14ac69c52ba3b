import type { Answer } from '../wire/envelope.ts';
import { type Cell, fileLink, type Lines, quoted } from './csv-file.ts';
import type { CallContext } from './handler.ts';

/** A column of a file, by the thing that a line is about. */
export interface CsvColumn<TSubject> {
  readonly name: string;
  readonly value: (subject: TSubject) => Cell;
}

/** Answers the link to a file as Erply's stock export is: a line for each subject, with commas between the fields. */
export function csvLink<TSubject>(
  context: CallContext,
  columns: readonly CsvColumn<TSubject>[],
  subjects: Iterable<TSubject>,
): Promise<Answer> {
  const { reportLatin1Substitute } = context.account.switches;
  const lineOf = (cellOf: (column: CsvColumn<TSubject>) => Cell) => {
    let text = '';
    for (const column of columns)
      text += `${text === '' ? '' : ','}${quoted(cellOf(column), reportLatin1Substitute)}`;
    return text;
  };
  function* lines(): Lines {
    yield lineOf(({ name }) => name);
    for (const subject of subjects) yield lineOf(({ value }) => value(subject));
  }
  return fileLink(context, lines());
}
