import { phpJson } from '@erply-kit/schemas';

import type { CallContext } from '../calls/handler.ts';
import type { Answer } from '../wire/envelope.ts';

/** A field as Erply's stock export prints it: always quoted, numbers too. */
const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** Latin1 has 256 characters; another one is replaced. */
const latin1 = (text: string, substitute: string) =>
  [...text].map((character) => ((character.codePointAt(0) ?? 0) > 0xff ? substitute : character)).join('');

/** Writes the rows to a file and answers the link to it. */
export function csvLink<TRow extends object>(
  context: CallContext,
  columns: readonly (string & keyof TRow)[] | readonly string[],
  rows: Iterable<TRow>,
): Answer {
  const { account } = context;
  const { reportLinkSeconds, reportLinkOnce, reportLatin1Substitute } = account.switches;
  const lines = [columns.map(quoted).join(',')];
  for (const row of rows) {
    lines.push(columns.map((column) => quoted(row[column as keyof TRow])).join(','));
  }
  const random = account.random('report');
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const name = `${account.code}_${hex}.csv`;
  account.world.reports.add(name, {
    text: latin1(`${lines.join('\n')}\n`, reportLatin1Substitute),
    expiresAt: account.now() + reportLinkSeconds,
    once: reportLinkOnce === 'yes',
    now: () => account.now(),
  });
  const link = phpJson(`${context.baseUrl}/reports/${name}`);
  return { recordsTotal: 1, records: [`{"reportLink":${link}}`], isLink: true };
}
