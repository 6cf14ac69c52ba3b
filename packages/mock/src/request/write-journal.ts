import type { JournalEntry } from '../account/journal-entry.ts';
import { ownText } from '../wire/own-text.ts';
import { shownName } from '../wire/shown-name.ts';
import type { RequestContext } from './context.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { chargedUnits } from './gates/quota.ts';
import { journalParameters } from './journal-parameters.ts';

/** What a request or sub-request came to. */
export interface Outcome {
  /** 0 when it was done; none where a fault kept it from the API. */
  readonly errorCode?: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
  /** HTTP status of the answer; a sub-request has none of its own. */
  readonly status?: number;
}

const isWholeBulk = ({ name, parameters }: RequestContext) =>
  name.kind === 'request' && parameters.has('requests');

function outcomeFields({ refusedBy }: RequestContext, outcome: Outcome) {
  const { status, errorCode, errorField, recordsInResponse } = outcome;
  return {
    ...(status === undefined ? {} : { status }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(errorField === undefined ? {} : { errorField: ownText(shownName(errorField)) }),
    ...(errorCode === 0 || errorCode === undefined ? {} : { gate: refusedBy ?? 'handler' }),
    ...(recordsInResponse === undefined ? {} : { recordsInResponse }),
  };
}

/** What there is to say of how it was asked. */
function remarks(context: RequestContext) {
  const { call, unknown, ignored, firedFaults, chaosSeed, notes } = context;
  return {
    ...(unknown === undefined ? {} : { unknown }),
    ...(ignored === undefined ? {} : { ignored }),
    ...(call?.deprecated === undefined ? {} : { deprecated: call.deprecated }),
    ...(firedFaults.length === 0 ? {} : { faults: [...firedFaults] }),
    ...(chaosSeed === undefined ? {} : { chaosSeed }),
    ...(notes.length === 0 ? {} : { notes: notes.map(ownText) }),
  };
}

/** Keeps what a request or sub-request came to: what was refused and why, or how many records it got. */
export function writeJournal(context: RequestContext, outcome: Outcome): void {
  const { account, server, bulk, index, subRequests, user } = context;
  const { journal: mode, realTime } = server.options;
  if (account === undefined || mode === 'off') return;
  const isBulk = isWholeBulk(context);
  const entry: Omit<JournalEntry, 'id'> = {
    time: account.now(),
    request: isBulk ? 'bulk' : ownText(context.name.name.slice(0, 64)),
    ...(bulk === undefined ? {} : { bulk }),
    ...(index === undefined ? {} : { subRequest: index }),
    ...(isBulk && subRequests !== undefined ? { subRequests: subRequests.length } : {}),
    ...(user === undefined ? {} : { userID: user.userID }),
    ...outcomeFields(context, outcome),
    units: chargedUnits(context, outcome.errorCode !== undefined && outcome.errorCode !== 0),
    durationMs: realTime() - context.startedMs,
    ...journalParameters(context, account, mode === 'full'),
    ...remarks(context),
  };
  account.journal.write(entry, fingerprintsOf(context));
}
