import type { JournalEntry } from '../account/journal-entry.ts';
import { ownText } from '../wire/own-text.ts';
import { shownName } from '../wire/shown-name.ts';
import type { RequestContext } from './context.ts';
import { chargedUnits } from './gates/quota.ts';

/** What a request or sub-request came to. */
export interface Outcome {
  /** 0 when it was done; none where a fault kept it from the API. */
  readonly errorCode?: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
  /** HTTP status of the answer; a sub-request has none of its own. */
  readonly status?: number;
}

/** What journal, log and report have of a request alike. */
export type RequestFacts = Omit<
  JournalEntry,
  'id' | 'time' | 'parameters' | 'cut' | 'moreParameters' | 'unknown' | 'ignored' | 'deprecated' | 'notes'
>;

export const isWholeBulk = ({ name, parameters }: RequestContext) =>
  name.kind === 'request' && parameters.has('requests');

function outcomeFacts({ refusedBy }: RequestContext, outcome: Outcome) {
  const { status, errorCode, errorField, recordsInResponse } = outcome;
  return {
    ...(status === undefined ? {} : { status }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(errorField === undefined ? {} : { errorField: ownText(shownName(errorField)) }),
    ...(errorCode === 0 || errorCode === undefined ? {} : { gate: refusedBy ?? 'handler' }),
    ...(recordsInResponse === undefined ? {} : { recordsInResponse }),
  };
}

/** What a request or sub-request was, and what it came to. */
export function requestFacts(context: RequestContext, outcome: Outcome): RequestFacts {
  const { server, bulk, index, subRequests, user, firedFaults, chaosSeed } = context;
  const isBulk = isWholeBulk(context);
  return {
    request: isBulk ? 'bulk' : ownText(context.name.name.slice(0, 64)),
    ...(bulk === undefined ? {} : { bulk }),
    ...(index === undefined ? {} : { subRequest: index }),
    ...(isBulk && subRequests !== undefined ? { subRequests: subRequests.length } : {}),
    ...(user === undefined ? {} : { userID: user.userID }),
    ...outcomeFacts(context, outcome),
    units: chargedUnits(context, outcome.errorCode !== undefined && outcome.errorCode !== 0),
    durationMs: server.options.realTime() - context.startedMs,
    ...(firedFaults.length === 0 ? {} : { faults: [...firedFaults] }),
    ...(chaosSeed === undefined ? {} : { chaosSeed }),
  };
}
