import type { calls } from '@erply-kit/schemas';

import { type Handler, sessionOf, userOf } from '../../generic/handler.ts';
import { verifiedUser } from './verified-user.ts';

/** Who a session key belongs to: the record of verifyUser, without a new session. */
export const getSessionKeyUser: Handler<typeof calls.getSessionKeyUser> = (context, input) =>
  verifiedUser(context, { user: userOf(context), session: sessionOf(context), input });
