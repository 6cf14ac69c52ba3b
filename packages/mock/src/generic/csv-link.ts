import { phpJson, plainDecimal } from '@erply-kit/schemas';

import { ReportFile } from '../reports/report-file.ts';
import type { Answer } from '../wire/envelope.ts';
import type { CallContext } from './handler.ts';
import { readInSlices } from './read-in-slices.ts';

/** A column of a file, by the thing that a line is about. */
export interface CsvColumn<TSubject> {
  readonly name: string;
  readonly value: (subject: TSubject) => number | string;
}

/** A number without an exponent; most have none, and there are millions of them. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? plainDecimal(value) : text;
}

/** Latin1 has 256 characters; another one is replaced. */
const latin1 = (text: string, substitute: string) => text.replace(/[\u{100}-\u{10ffff}]/gu, substitute);

/** A field as Erply's stock export prints it: always quoted, numbers too. */
function quoted(value: number | string, substitute: string): string {
  if (value === '') return '""';
  return typeof value === 'number'
    ? `"${numberText(value)}"`
    : `"${latin1(value, substitute).replaceAll('"', '""')}"`;
}

/**
 * Answers the link to a file with a line for each subject. A long file is still written when its link is answered; it
 * holds what was so when it was asked for.
 */
export async function csvLink<TSubject>(
  context: CallContext,
  columns: readonly CsvColumn<TSubject>[],
  subjects: Iterable<TSubject>,
): Promise<Answer> {
  const { account } = context;
  const { reportLinkSeconds, reportLinkOnce, reportLatin1Substitute } = account.switches;
  const file = new ReportFile();
  const lineOf = (cellOf: (column: CsvColumn<TSubject>) => number | string) => {
    let text = '';
    for (const column of columns)
      text += `${text === '' ? '' : ','}${quoted(cellOf(column), reportLatin1Substitute)}`;
    return text;
  };
  file.write(lineOf(({ name }) => name));
  void readInSlices(account, subjects, (subject) => file.write(lineOf(({ value }) => value(subject)))).then(
    () => file.close(),
    (error: unknown) => file.fail(error),
  );
  await file.begun();
  const random = account.random('report');
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const name = `${account.code}_${hex}.csv`;
  account.shared.reports.add(name, {
    owner: account,
    file,
    expiresAt: account.now() + reportLinkSeconds,
    once: reportLinkOnce === 'yes',
    now: () => account.now(),
  });
  const link = phpJson(`${context.baseUrl}/reports/${name}`);
  return { recordsTotal: 1, records: [`{"reportLink":${link}}`], isLink: true };
}
