import { phpJson, plainDecimal } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { ReportFile } from '../reports/report-file.ts';
import type { Answer } from '../wire/envelope.ts';
import type { CallContext } from './handler.ts';
import { readInSlices } from './read-in-slices.ts';

/** What stands in one field of a line. */
export type Cell = number | string;

/** A number without an exponent; most have none, and there are millions of them. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? plainDecimal(value) : text;
}

/** Latin1 has 256 characters; another one is replaced. */
const latin1 = (text: string, substitute: string) => text.replace(/[\u{100}-\u{10ffff}]/gu, substitute);

/** A field as Erply's files have it: always quoted, numbers too. */
export function quoted(value: Cell, substitute: string): string {
  if (value === '') return '""';
  return typeof value === 'number'
    ? `"${numberText(value)}"`
    : `"${latin1(value, substitute).replaceAll('"', '""')}"`;
}

/** Keeps a file under a name that nobody guesses, and answers the link to it. */
function linkTo(context: CallContext, file: ReportFile): Answer {
  const { account, baseUrl } = context;
  const { reportLinkSeconds, reportLinkOnce } = account.switches;
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
  const link = phpJson(`${baseUrl}/reports/${name}`);
  return { recordsTotal: 1, records: [`{"reportLink":${link}}`], isLink: true };
}

/** The lines of a file, one after another; `undefined` where the next one is not known yet. */
export type Lines = Iterable<string | undefined>;

/**
 * Answers the link to a file. A long file is still written when its link is answered; it holds what was so when it was
 * asked for. `onEnd` is called when it is written, or cannot be.
 */
export async function fileLink(context: CallContext, lines: Lines, onEnd = () => {}): Promise<Answer> {
  const file = new ReportFile();
  void written(context.account, lines, file).finally(onEnd);
  await file.begun();
  return linkTo(context, file);
}

async function written(account: Account, lines: Lines, file: ReportFile): Promise<void> {
  const write = (line: string | undefined) => {
    if (line !== undefined) file.write(line);
  };
  try {
    await readInSlices(account, lines, write);
    file.close();
  } catch (error) {
    file.fail(error);
  }
}
