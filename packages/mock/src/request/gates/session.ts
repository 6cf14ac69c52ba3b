import { textOf } from '../../wire/parameters.ts';
import { accountOf, type Gate, type RequestContext } from '../context.ts';
import { callNamed } from './call-name.ts';

/** The sessions that the calls of a request need: a bulk request has one for all of them. */
function needsOf(context: RequestContext): readonly (string | undefined)[] {
  if (context.subRequests === undefined) return [context.call?.session];
  return context.subRequests.map(({ name }) => callNamed(name)?.session);
}

/** 1009: no key. 1054: a key that ran out. 1055: a key that the account does not know, or no longer. */
export const session: Gate = (context) => {
  const needs = needsOf(context);
  if (needs.length > 0 && needs.every((need) => need === 'none')) return undefined;
  const key = textOf(context.parameters, 'sessionKey') ?? '';
  if (key === '') return { code: 1009 };
  const account = accountOf(context);
  const found = account.sessions.find(key);
  if (found === undefined) return { code: 1055 };
  const now = account.now();
  const mayHaveExpired = needs.every((need) => need === 'none' || need === 'expiredOk');
  if (found.expiresAt <= now && !mayHaveExpired) {
    return { code: now < found.expiresAt + account.switches.expiredKeySeconds ? 1054 : 1055 };
  }
  context.session = found;
  const user = account.users.get(found.userID);
  if (user !== undefined) context.user = user;
  return undefined;
};
