import {
  type AnyCall,
  inputOfParameter,
  type ParameterValue,
  type protocolParameters,
} from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { JournalEntry } from '../account/journal-entry.ts';
import { shownName } from '../wire/shown-name.ts';
import type { RequestContext } from './context.ts';
import { callNamed } from './gates/call-name.ts';

/** The protocol's own parameters, which the entry has otherwise or does not need. */
const unwritten = new Set(['clientCode', 'request', 'requestName', 'requestID', 'requests']);

/** The protocol's own parameters that are neither secret nor personal. */
export const openParameters: readonly string[] = [
  'version',
  'responseType',
  'responseMode',
  'sendContentType',
  'setContentType',
  'getFields',
  'lang',
] satisfies readonly (keyof typeof protocolParameters)[];

/** What one entry shows at most. */
const maxParameters = 250;
const maxValueLength = 200;

const loggableOf = new Map<AnyCall, ReadonlySet<string>>();

/** The parameters of a call of which every value may be read; made once, since every request asks. */
function loggable(call: AnyCall): ReadonlySet<string> {
  let names = loggableOf.get(call);
  if (names === undefined) {
    names = new Set([...openParameters, ...call.loggable]);
    loggableOf.set(call, names);
  }
  return names;
}

/** Whether the value of a parameter is shown. One that the call does not have may be anything, misspelled passwords too. */
export function isShown(call: AnyCall | undefined, name: string, isFull: boolean): boolean {
  if (call === undefined) return openParameters.includes(name);
  if (loggable(call).has(name)) return true;
  const input = isFull ? inputOfParameter(call, name) : undefined;
  return input !== undefined && call.secret?.includes(input) !== true;
}

/** It is needed to ask logins again. */
function isOfUser(account: Account, call: AnyCall | undefined, [name, value]: [string, string]): boolean {
  const input = call?.secret === undefined ? undefined : inputOfParameter(call, name);
  return (
    (input !== undefined && call?.secret?.includes(input) === true) ||
    account.users.named(value) !== undefined
  );
}

function masked(
  account: Account,
  call: AnyCall | undefined,
  [name, value]: [string, ParameterValue],
): string {
  if (value === '') return '';
  if (typeof value !== 'string') return `<array:${value.length}>`;
  const session = name === 'sessionKey' ? account.sessions.find(value) : undefined;
  if (session !== undefined) return `<session:${session.number}>`;
  const number = account.journal.placeholders.numberOf(value, isOfUser(account, call, [name, value]));
  return `<masked:${number}>`;
}

/** The parameters of a request or sub-request as its entry shows them. */
export function journalParameters(
  { parameters, name: { name: requestName } }: RequestContext,
  account: Account,
  isFull: boolean,
): Pick<JournalEntry, 'parameters' | 'cut' | 'moreParameters'> {
  const call = callNamed(requestName);
  const written: [string, string][] = [];
  const cut: string[] = [];
  let more = 0;
  for (const [name, value] of parameters) {
    if (unwritten.has(name)) continue;
    if (written.length >= maxParameters) {
      more += 1;
      continue;
    }
    const shown = shownName(name);
    const isWhole = typeof value === 'string' && isShown(call, name, isFull);
    if (isWhole && value.length > maxValueLength) cut.push(shown);
    written.push([shown, isWhole ? value.slice(0, maxValueLength) : masked(account, call, [name, value])]);
  }
  return {
    // A name may be `__proto__`, which an assignment would lose.
    parameters: Object.fromEntries(written),
    ...(cut.length === 0 ? {} : { cut }),
    ...(more === 0 ? {} : { moreParameters: more }),
  };
}
