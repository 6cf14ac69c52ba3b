import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, sessionOf } from '../../generic/handler.ts';

/** When a session key was made and when it runs out. */
export const getSessionKeyInfo: Handler<typeof calls.getSessionKeyInfo> = (context) => {
  const { createdAt, expiresAt } = sessionOf(context);
  const inType = context.account.switches.sessionKeyInfoTypes === 'string' ? String : Number;
  const record = { creationUnixTime: inType(createdAt), expireUnixTime: inType(expiresAt) };
  return { recordsTotal: 1, records: [phpJson(record)] };
};
