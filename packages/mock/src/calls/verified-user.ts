import { type calls, recordOf } from '@erply-kit/schemas';

import type { Session } from '../account/sessions.ts';
import type { User } from '../account/users.ts';
import type { Answer } from '../wire/envelope.ts';
import { recordWriter } from '../wire/record-writer.ts';
import type { CallContext } from './handler.ts';

type VerifiedUserCall = typeof calls.verifyUser | typeof calls.getSessionKeyUser;

/** The record of verifyUser and its kin: who has logged in, and with which key. */
export function verifiedUser(context: CallContext, user: User, session: Session): Answer {
  const record = recordOf(context.call as VerifiedUserCall);
  if (record === undefined) throw new Error(`${context.call.name} answers a record`);
  const { password: _, ...shown } = user;
  const text = recordWriter(record)({
    ...shown,
    ipAddress: context.address,
    sessionKey: session.key,
    // Seconds from its start, however many of them are left.
    sessionLength: session.expiresAt - session.createdAt,
    isPasswordExpired: false,
    loginUrl: `${context.baseUrl}/`,
  });
  return { recordsTotal: 1, records: [text] };
}
