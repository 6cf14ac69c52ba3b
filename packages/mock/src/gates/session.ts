import { callNamed } from './call-name.ts';
import { accountOf, type Gate, type Passage } from './passage.ts';

function needsSession(passage: Passage): boolean {
  if (passage.subRequests === undefined) return passage.call?.session !== 'none';
  return passage.subRequests.some((item) => callNamed(String(item.requestName ?? ''))?.session !== 'none');
}

/** 1009: no key. 1054: a key that ran out. 1055: a key that the account does not know, or no longer. */
export const session: Gate = (passage) => {
  const key = passage.parameters.get('sessionKey') ?? '';
  const account = accountOf(passage);
  const found = key === '' ? undefined : account.sessions.find(key);
  const now = account.now();
  const isValid = found !== undefined && found.expiresAt > now;
  if (found !== undefined && isValid) {
    passage.session = found;
    const user = account.users.find((candidate) => candidate.userID === found.userID);
    if (user !== undefined) passage.user = user;
    return undefined;
  }
  if (!needsSession(passage)) return undefined;
  if (key === '') return { code: 1009 };
  const isRemembered = found !== undefined && now < found.expiresAt + account.switches.expiredKeySeconds;
  return { code: isRemembered ? 1054 : 1055 };
};
