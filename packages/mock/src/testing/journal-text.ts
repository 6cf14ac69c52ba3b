import { oneLine } from '../cli/one-line.ts';
import type { AccountControl } from '../control/account-control.ts';

/** More lines than these nobody reads below a failed test. */
const maxEntries = 50;
const maxLine = 300;

type JournalAccount = Pick<AccountControl, 'clientCode' | 'journal'>;

/** An entry, and what further parts of the fake write into it. */
type Entry = ReturnType<JournalAccount['journal']>['entries'][number] & {
  readonly gate?: string;
  readonly faults?: readonly number[];
};

/** The last requests of an account for people, a line each. Values that may be secret or personal are masked. */
export function journalText(account: JournalAccount): string {
  const { entries, dropped } = account.journal();
  if (entries.length + dropped === 0) return `No request has come in for account ${account.clientCode}.\n`;
  const shown = entries.slice(-maxEntries);
  const earlier = entries.length - shown.length + dropped;
  const head = `Requests of account ${account.clientCode}, the last one at the end`;
  const lines = shown.map((entry) => `  ${lineOf(entry)}\n`);
  return `${head}${earlier === 0 ? '' : `, without ${earlier} earlier ones`}:\n${lines.join('')}`;
}

function lineOf(entry: Entry): string {
  const { id, time, request, parameters, subRequest, notes = [], faults = [] } = entry;
  const words = [
    `#${id}`,
    new Date(time * 1000).toISOString().slice(11, 19),
    ...(subRequest === undefined ? [] : [`[${subRequest}]`]),
    request,
    // Every call has a key, and all are masked.
    ...Object.entries(parameters)
      .filter(([name]) => name !== 'sessionKey')
      .map(([name, value]) => `${name}=${value}`),
    '→',
    outcomeOf(entry),
    ...(faults.length === 0 ? [] : [`(fault ${faults.join(', ')})`]),
    ...notes.map((note) => `(${note})`),
  ];
  const line = oneLine(words.join(' '));
  return line.length > maxLine ? `${line.slice(0, maxLine)}…` : line;
}

function outcomeOf({ errorCode, errorField, gate, recordsInResponse }: Entry): string {
  if (errorCode === 0) {
    if (recordsInResponse === undefined) return 'ok';
    return `ok, ${recordsInResponse} ${recordsInResponse === 1 ? 'record' : 'records'}`;
  }
  const field = errorField === undefined ? '' : ` at ${errorField}`;
  return `error ${errorCode}${field}${gate === undefined || gate === 'handler' ? '' : `, by ${gate}`}`;
}
