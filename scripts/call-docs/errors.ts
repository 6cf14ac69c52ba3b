import { type ErrorAction, type ErrorCode, errorCode, errorCodes, limits } from '@erply-kit/schemas';

import { code, page, table } from './markdown.ts';

/** What to do about an error, in a table's cell. */
const advice: Readonly<Record<ErrorAction, string>> = {
  logIn: 'Log in, then repeat the call once.',
  waitForHour: "Wait for the server's next clock hour.",
  backOff: 'Repeat, with longer and longer pauses.',
  treatAsDone: 'Nothing: it is done.',
  fixRequest: 'Change the request; it fails again as it is.',
  fixCredentials: 'Do not repeat: a person has to see to the login.',
  changeAccount: "Do not repeat: the account's administrator has to see to it.",
};

/** Codes that any call can answer with, before it is looked at more closely. */
const anyCallCodes = [
  1000, 1001, 1002, 1003, 1005, 1007, 1008, 1009, 1015, 1054, 1055, 1065, 1201, 1215, 1220,
] as const;

/** The table of the codes that a call can give on top of those that any call can. */
export function errorTable(codes: readonly number[]): string {
  const entries = [...codes].sort((a, b) => a - b).map((number) => known(number));
  return table(head, entries.map(row));
}

/** The page with all error codes. */
export function errorsPage(notice: string): string {
  const withField = errorCodes.filter((entry) => entry.errorField).map((entry) => entry.code);
  return page(
    notice,
    '# Error codes',
    'Erply answers an error with HTTP 200 and a number in `status.errorCode`; there is no text beside it. The names are ours, to have something to say.',
    `\`status.errorField\` names the parameter for ${withField.join(', ')}.`,
    `Any call can give ${anyCallCodes.join(', ')}. What else one can give is on [its page](calls/README.md).`,
    `HTTP 429 has no envelope and no code: more than ${limits.concurrentRequestsPerAddress} requests at once from one address, or more than ${limits.requestsPerAddressWindow} in ${limits.addressWindowMs / 1000} seconds. Wait ${limits.addressBlockMs / 1000} seconds.`,
    table(head, errorCodes.map(row)),
  );
}

const head = ['code', 'name', 'meaning', 'what to do'];

function row(entry: ErrorCode): string[] {
  return [String(entry.code), code(entry.name), entry.meaning, advice[entry.action]];
}

function known(number: number): ErrorCode {
  const entry = errorCode(number);
  if (!entry) throw new Error(`error code ${number} is in no table`);
  return entry;
}
