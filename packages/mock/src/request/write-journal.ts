import type { Account } from '../account/account.ts';
import type { Fingerprints } from '../account/journal.ts';
import type { RequestContext } from './context.ts';
import { journalParameters } from './journal-parameters.ts';
import type { RequestFacts } from './request-facts.ts';

/** What there is to say of how it was asked. */
function remarks({ call, unknown, ignored, notes, account }: RequestContext) {
  return {
    ...(account?.isShared === true ? { overlapped: true as const } : {}),
    ...(unknown === undefined ? {} : { unknown }),
    ...(ignored === undefined ? {} : { ignored: ignored.slice(0, 20) }),
    ...(call?.deprecated === undefined ? {} : { deprecated: call.deprecated }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** Keeps what a request or sub-request was and came to. */
export function writeJournal(
  context: RequestContext,
  account: Account,
  { facts, fingerprints }: { readonly facts: RequestFacts; readonly fingerprints: Fingerprints },
): void {
  const shown = journalParameters(context, account, context.server.options.journal === 'full');
  account.journal.write({ time: account.now(), ...facts, ...shown, ...remarks(context) }, fingerprints);
}
