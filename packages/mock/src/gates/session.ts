import type { Session } from '../account/sessions.ts';
import { textOf } from '../wire/parameters.ts';
import { callNamed } from './call-name.ts';
import { accountOf, type Gate, type Passage } from './passage.ts';

/** The sessions that the calls of a request need: a bulk request has one for all of them. */
function needsOf(passage: Passage): ReadonlySet<string | undefined> {
  if (passage.subRequests === undefined) return new Set([passage.call?.session]);
  return new Set(passage.subRequests.map((item) => callNamed(String(item.requestName ?? ''))?.session));
}

function enter(passage: Passage, session: Session): void {
  passage.session = session;
  const user = accountOf(passage).users.get(session.userID);
  if (user !== undefined) passage.user = user;
}

/** 1009: no key. 1054: a key that ran out. 1055: a key that the account does not know, or no longer. */
export const session: Gate = (passage) => {
  const needs = needsOf(passage);
  if (needs.size === 1 && needs.has('none')) return undefined;
  const account = accountOf(passage);
  const key = textOf(passage.parameters, 'sessionKey') ?? '';
  const found = key === '' ? undefined : account.sessions.find(key);
  const now = account.now();
  const isValid =
    found !== undefined && found.expiresAt > now && account.users.get(found.userID) !== undefined;
  if (found !== undefined && isValid) {
    enter(passage, found);
    return undefined;
  }
  if (key === '') return { code: 1009 };
  if (found === undefined) return { code: 1055 };
  if (!needs.has('required') && !needs.has(undefined)) {
    enter(passage, found);
    return undefined;
  }
  return { code: now < found.expiresAt + account.switches.expiredKeySeconds ? 1054 : 1055 };
};
