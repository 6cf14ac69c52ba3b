import type { RequestContext } from './context.ts';
import { countUsage } from './count-usage.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { loggedRequest } from './logged-request.ts';
import { type Outcome, requestFacts } from './request-facts.ts';
import { writeJournal } from './write-journal.ts';

/** Writes down what a request or sub-request came to: for the journal, the report and the log. */
export function recordRequest(context: RequestContext, outcome: Outcome): void {
  const { account } = context;
  const { journal, onRequest } = context.server.options;
  const isKept = account !== undefined && journal !== 'off';
  if (!isKept && onRequest === undefined) return;
  const facts = requestFacts(context, outcome);
  if (isKept) {
    const written = { facts, fingerprints: fingerprintsOf(context) };
    writeJournal(context, account, written);
    countUsage(context, account, written);
  }
  onRequest?.(loggedRequest(context, facts));
}
