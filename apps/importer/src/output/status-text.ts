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
      ({ clientCode, lanes, columns, forgotten }) =>
        `account ${oneLine(clientCode)}\n${table(headings, lanes.map(rowOf))}${columnsText(columns)}${forgottenText(forgotten)}`,
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

const timeOf = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
