import type { JournalEntry } from '../account/journal-entry.ts';
import { callNamed } from '../request/gates/call-name.ts';
import { secretOfMark } from './secret-of-mark.ts';

/** An HTTP request that the journal has one entry of, or of a bulk request one for each sub-request before its own. */
export interface RecordedRequest {
  /** In the order in which they were written. */
  readonly entries: readonly JournalEntry[];
  /** The form to send; `undefined` where a part of it is not known. */
  readonly form: Readonly<Record<string, string>> | undefined;
}

const masked = /^<(masked|array):\d+>$/;

/** Inputs for which the mark in the journal does as well as what was sent: it is right where that was right. */
function markedInputs({ request, errorField }: JournalEntry): readonly string[] {
  const secret: readonly string[] = callNamed(request)?.secret ?? [];
  // What is wrong with a new password, the mark does not tell.
  return ['sessionKey', ...secret.filter((input) => input !== errorField)];
}

/** Checks the password of somebody who is not a user: what stands for it in the journal would not be right. It changes nothing. */
const notAskedAgain = ['verifyCustomerUser'];

/** The parameters of an entry, or `undefined` where one of them is not known. */
function parametersOf(entry: JournalEntry): Record<string, string> | undefined {
  const { parameters, cut, moreParameters } = entry;
  if (cut !== undefined || moreParameters !== undefined || notAskedAgain.includes(entry.request))
    return undefined;
  const secret = markedInputs(entry);
  const known = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    secret.includes(name) ? secretOfMark(value) : value,
  ]);
  return known.some(([, value]) => masked.test(value)) ? undefined : Object.fromEntries(known);
}

function formOf(entries: readonly JournalEntry[]): RecordedRequest['form'] {
  const own = entries.at(-1);
  const parameters = own === undefined ? undefined : parametersOf(own);
  if (own === undefined || parameters === undefined || own.request === 'report') return undefined;
  if (own.request !== 'bulk') return { request: own.request, ...parameters };
  const parts = entries.slice(0, -1);
  // A bulk request that was refused as a whole has not come to its sub-requests, and they are written nowhere.
  if (parts.length !== own.subRequests) return undefined;
  const subRequests: object[] = [];
  for (const part of parts) {
    const known = parametersOf(part);
    if (known === undefined) return undefined;
    const { sessionKey: _, ...sent } = known;
    subRequests.push({ requestName: part.request, ...sent });
  }
  return { ...parameters, requests: JSON.stringify(subRequests) };
}

/** The requests that entries of a journal are about. */
export function requestsOf(entries: readonly JournalEntry[]): RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  // Others may have come between the calls of a bulk request.
  const partsOf = new Map<number | undefined, JournalEntry[]>();
  for (const entry of entries) {
    const parts = partsOf.get(entry.bulk) ?? [];
    parts.push(entry);
    if (entry.subRequest !== undefined) {
      partsOf.set(entry.bulk, parts);
      continue;
    }
    partsOf.delete(entry.bulk);
    requests.push({ entries: parts, form: formOf(parts) });
  }
  return requests;
}
