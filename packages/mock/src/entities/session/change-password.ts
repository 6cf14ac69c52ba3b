import { type calls, recordOf } from '@erply-kit/schemas';

import { isSecret } from '../../account/secret-hash.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkSecret } from './check-secret.ts';
import { openSession } from './open-session.ts';

const leastLength = 8;

/** What a password needs at least one of each of. */
const needed = [/[a-z]/, /[A-Z]/, /\d/];

/** Gives the user of the session a new password. Sessions that are open stay so. */
export const changePassword: Handler<typeof calls.changePassword> = (context, input) => {
  const { account, call } = context;
  const user = userOf(context);
  const { oldPassword, newPassword } = input;
  const isRight = user.passwordHash !== null && isSecret(oldPassword, user.passwordHash);
  checkSecret(account, user.userID, isRight);
  if (newPassword.length < leastLength) return refuse(1100, 'newPassword');
  if (!needed.every((pattern) => pattern.test(newPassword))) return refuse(1102, 'newPassword');
  account.changes();
  account.users.change(user.userID, { password: newPassword });
  const session = openSession(context, user, { asked: input.sessionLength });
  const record = recordOf(call) ?? refuse(1005);
  return {
    recordsTotal: 1,
    records: [recordWriter(record)({ sessionKey: account.sessions.keyOf(session) })],
  };
};
