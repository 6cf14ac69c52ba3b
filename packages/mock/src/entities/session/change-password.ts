import { type calls, recordOf } from '@erply-kit/schemas';

import { isSecret } from '../../account/secret-hash.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkSecret } from './check-secret.ts';
import { newPasswordFault } from './new-password-fault.ts';
import { openSession } from './open-session.ts';

/** Gives the user of the session a new password. Sessions that are open stay so. */
export const changePassword: Handler<typeof calls.changePassword> = (context, input) => {
  const { account, call } = context;
  const user = userOf(context);
  const { oldPassword, newPassword } = input;
  const isRight = user.passwordHash !== null && isSecret(oldPassword, user.passwordHash);
  checkSecret(account, user.userID, isRight);
  const fault = newPasswordFault(newPassword);
  if (fault !== undefined) return refuse(fault, 'newPassword');
  account.changes();
  account.users.change(user.userID, { password: newPassword });
  const session = openSession(context, user, { asked: input.sessionLength });
  const record = recordOf(call) ?? refuse(1005);
  return {
    recordsTotal: 1,
    records: [recordWriter(record)({ sessionKey: account.sessions.keyOf(session) })],
  };
};
