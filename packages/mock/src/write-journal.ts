import { callNamed } from './gates/call-name.ts';
import type { Passage } from './gates/passage.ts';
import type { Refusal } from './wire/refusal.ts';

/** The protocol's own parameters, which the entry tells otherwise or need not tell. */
const unwritten: readonly string[] = ['clientCode', 'request', 'requestName', 'requestID', 'requests'];

/** Parameters of which every value may be read. */
const open: readonly string[] = [
  'version',
  'responseType',
  'responseMode',
  'sendContentType',
  'setContentType',
  'getFields',
  'lang',
];

/** Parameters that one entry names. */
const maxParameters = 50;

function writtenParameters(passage: Passage): Record<string, string> {
  const loggable = new Set<string>([...open, ...(callNamed(passage.name.name)?.loggable ?? [])]);
  const written = [...passage.parameters].filter(([name]) => !unwritten.includes(name));
  return Object.fromEntries(
    written
      .slice(0, maxParameters)
      .map(([name, value]) => [
        name.slice(0, 64),
        loggable.has(name) && typeof value === 'string' ? value.slice(0, 200) : '***',
      ]),
  );
}

/** Keeps what a request or sub-request came to: what was refused and why, or how many records it got. */
export function writeJournal(
  passage: Passage,
  outcome: Refusal | { readonly recordsInResponse: number },
): void {
  const { account } = passage;
  if (account === undefined) return;
  const isWholeBulk = passage.name.kind === 'request' && passage.parameters.has('requests');
  account.journal.write({
    time: account.now(),
    request: isWholeBulk ? 'bulk' : passage.name.name.slice(0, 64),
    parameters: writtenParameters(passage),
    ...('code' in outcome
      ? { errorCode: outcome.code, ...(outcome.field === undefined ? {} : { errorField: outcome.field }) }
      : { errorCode: 0, recordsInResponse: outcome.recordsInResponse }),
    ...(passage.index === undefined ? {} : { subRequest: passage.index }),
    ...(passage.notes.length === 0 ? {} : { notes: [...passage.notes] }),
  });
}
