import type { LoggedRequest } from '../options.ts';
import type { RequestContext } from './context.ts';
import type { RequestFacts } from './request-facts.ts';

/** What the log has of a request: nothing that was sent but its name. */
export function loggedRequest(context: RequestContext, facts: RequestFacts): LoggedRequest {
  const { account, server, notes } = context;
  const { recordsInResponse: records, durationMs, userID: _, ...rest } = facts;
  return {
    time: new Date(server.options.realTime()).toISOString(),
    account: account?.code ?? '',
    ...rest,
    ...(records === undefined ? {} : { records }),
    ms: durationMs,
    notes: notes.length,
  };
}
