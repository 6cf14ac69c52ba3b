import { ownText } from '../wire/own-text.ts';
import type { Refusal } from '../wire/refusal.ts';
import { shownName } from '../wire/shown-name.ts';
import type { RequestContext } from './context.ts';
import { callNamed } from './gates/call-name.ts';

/** The protocol's own parameters, which the entry has otherwise or does not need. */
const unwritten = new Set(['clientCode', 'request', 'requestName', 'requestID', 'requests']);

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

const loggableOf = new Map<string, ReadonlySet<string>>();

/** The parameters of a call of which every value may be read; made once, since every request asks. */
function loggable(call: string): ReadonlySet<string> {
  const known = loggableOf.get(call);
  if (known !== undefined) return known;
  const definition = callNamed(call);
  const names = new Set<string>([...open, ...(definition?.loggable ?? [])]);
  if (definition !== undefined) loggableOf.set(call, names);
  return names;
}

function writtenParameters(context: RequestContext): Record<string, string> {
  const isOpen = loggable(context.name.name);
  const written: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of context.parameters) {
    if (unwritten.has(name)) continue;
    count += 1;
    if (count > maxParameters) break;
    const shown = isOpen.has(name) && typeof value === 'string' ? value.slice(0, 200) : '***';
    written[ownText(shownName(name))] = ownText(shown);
  }
  return written;
}

/** Keeps what a request or sub-request came to: what was refused and why, or how many records it got. */
export function writeJournal(
  context: RequestContext,
  outcome: Refusal | { readonly recordsInResponse: number } | { readonly status?: number },
): void {
  const { account } = context;
  if (account === undefined) return;
  const isWholeBulk = context.name.kind === 'request' && context.parameters.has('requests');
  account.journal.write({
    time: account.now(),
    request: isWholeBulk ? 'bulk' : ownText(context.name.name.slice(0, 64)),
    parameters: writtenParameters(context),
    ...('code' in outcome
      ? {
          errorCode: outcome.code,
          ...(outcome.field === undefined ? {} : { errorField: ownText(shownName(outcome.field)) }),
        }
      : 'recordsInResponse' in outcome
        ? { errorCode: 0, recordsInResponse: outcome.recordsInResponse }
        : outcome),
    ...(context.index === undefined ? {} : { subRequest: context.index }),
    ...(context.firedFaults.length === 0 ? {} : { faults: [...context.firedFaults] }),
    ...(context.chaosSeed === undefined ? {} : { chaosSeed: context.chaosSeed }),
    ...(context.notes.length === 0 ? {} : { notes: context.notes.map(ownText) }),
  });
}
