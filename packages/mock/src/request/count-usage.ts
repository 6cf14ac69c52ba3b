import { type AnyCall, pagingParameters } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { fingerprint } from '../account/fingerprint.ts';
import type { Fingerprints } from '../account/journal.ts';
import type { UsedPage, UsedRead } from '../account/usage.ts';
import { longestPage, pageOf } from '../generic/page.ts';
import type { RequestContext } from './context.ts';
import { callNamed } from './gates/call-name.ts';
import { isWholeBulk, type RequestFacts } from './request-facts.ts';

/** Names that are not a call count under this one: the count must not grow with what somebody sends. */
const unknownCall = 'unknown';

/** Between names and values, which seldom hold it. */
const separator = '\0';

/** Longer keys are told apart by their hash. */
const longestKey = 200;

const shortened = (key: string) => (key.length > longestKey ? fingerprint(key) : key);

function usedPage(account: Account, call: AnyCall, input: object): UsedPage | undefined {
  if (call.paging === undefined) return undefined;
  const { offset, size } = pageOf(call, input, { switches: account.switches });
  const isSecond = offset > 0 && offset <= size;
  return { isFirst: offset === 0, isSecond, share: size / longestPage(call, input) };
}

function usedRead(
  { user, input }: RequestContext,
  { account, call, fingerprints }: { account: Account; call: AnyCall; fingerprints: Fingerprints },
): UsedRead | undefined {
  if (call.effect !== 'read') return undefined;
  const key = [call.name, String(user?.userID ?? 0)];
  const pageKey = [...key];
  for (const [name, value] of fingerprints) {
    pageKey.push(name, value);
    if (!pagingParameters.includes(name)) key.push(name, value);
  }
  return {
    key: shortened(key.join(separator)),
    pageKey: shortened(pageKey.join(separator)),
    isWhole: Object.hasOwn(call.input(), 'changedSince') && input?.changedSince === undefined,
    changes: account.changeCount,
  };
}

/** Counts a request or sub-request for the report of its account. */
export function countUsage(
  context: RequestContext,
  account: Account,
  { facts, fingerprints }: { readonly facts: RequestFacts; readonly fingerprints: Fingerprints },
): void {
  const { errorCode, units } = facts;
  const tenths = Math.round(units * 10);
  const isSubRequest = context.index !== undefined;
  if (!isSubRequest) account.usage.countRequest();
  if (errorCode === undefined) {
    account.usage.countUnanswered();
    return;
  }
  if (isWholeBulk(context)) {
    account.usage.countBulk(tenths, errorCode);
    return;
  }
  const call = callNamed(context.name.name);
  const isDone = call !== undefined && errorCode === 0;
  account.usage.countCall({
    ...{ call: call?.name ?? unknownCall, tenths, errorCode, isSubRequest },
    at: account.now(),
    mayBeBulk: call?.session === 'required',
    page: isDone ? usedPage(account, call, context.input ?? {}) : undefined,
    read: isDone ? usedRead(context, { account, call, fingerprints }) : undefined,
  });
}
