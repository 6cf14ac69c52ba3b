import { oneLine } from '@erply-kit/command-line';

import type { AccountStatus, LaneStatus } from '../read-status.ts';
import { columnsText } from './columns-text.ts';
import { count, table } from './table.ts';

const headings = ['lane', 'records', 'removed', 'did not fit', 'up to', 'state'];

/** What the database holds, for people. */
export function statusText(accounts: readonly AccountStatus[]): string {
  if (accounts.length === 0) return 'nothing is imported yet\n';
  return accounts
    .map(
      ({ clientCode, lanes, columns, forgotten, audits, deadLetterCounts, deadLetters }) =>
        `account ${oneLine(clientCode)}\n${table(headings, lanes.map(rowOf))}${columnsText(columns)}${forgottenText(forgotten)}${auditsText(audits)}${deadLettersText(deadLetterCounts, deadLetters)}`,
    )
    .join('\n');
}

/** At most so many IDs on the line; `--json` has all of them. */
const maxIDs = 20;

function forgottenText(people: AccountStatus['forgotten']): string {
  if (people.length === 0) return '';
  const ids = people.slice(0, maxIDs).map(({ id }) => id);
  const more = people.length > maxIDs ? ` and ${count(people.length - maxIDs)} more` : '';
  return `forgotten customers: ${ids.join(', ')}${more}\n`;
}

const rowOf = ({ lane, records, removed, deadLetters, watermark, phase, refusal }: LaneStatus) => [
  lane,
  ...[records, removed, deadLetters].map(count),
  watermark === undefined ? '' : timeOf(watermark),
  refusal ? 'held back' : phase === 'idle' ? 'complete' : 'under way, or cut off',
];

const auditHeadings = ['audit', 'of', 'at', 'is', 'looked at', 'missing', 'extra', 'removed', 'changed'];

function auditsText(audits: AccountStatus['audits']): string {
  if (audits.length === 0) return '';
  const rows = audits.map(({ lane, mode, auditedAt, outcome, looked, missing, extra, removed, changed }) => [
    ...[lane, mode === 'full' ? 'all' : 'a sample', timeOf(auditedAt), oneLine(outcome)],
    ...[looked, missing, extra, removed, changed].map(count),
  ]);
  return table(auditHeadings, rows);
}

function deadLettersText(
  counts: AccountStatus['deadLetterCounts'],
  all: AccountStatus['deadLetters'],
): string {
  if (all)
    return all
      .map(({ lane, id, warehouseID, path, message, tries = 1, lastTryAt }) => {
        const key =
          id === undefined
            ? 'without ID'
            : `${id}${warehouseID === undefined ? '' : ` in warehouse ${warehouseID}`}`;
        return `did not fit: ${lane} ${key}: ${oneLine(`${path} ${message}`.trim())}; ${count(tries)} tries, last ${timeOf(lastTryAt)}\n`;
      })
      .join('');
  return counts
    .map(
      ({ lane, path, message, records }) =>
        `did not fit: ${count(records)} of ${lane}: ${oneLine(`${path} ${message}`.trim())}\n`,
    )
    .join('');
}

const timeOf = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
