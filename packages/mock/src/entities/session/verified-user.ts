import { recordOf } from '@erply-kit/schemas';

import type { Session } from '../../account/sessions.ts';
import type { User } from '../../account/user.ts';
import { userNames } from '../../account/user-names.ts';
import type { CallContext } from '../../generic/handler.ts';
import type { Answer } from '../../wire/envelope.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { backOfficeUrl } from './back-office-url.ts';
import { sessionToken } from './session-token.ts';

/** What only registers have a use for: nothing here, as for an account that has no register. */
const registerFields = {
  berlinPOSVersion: '',
  berlinPOSAssetsURL: '',
  epsiURL: '',
  epsiDownloadURLs: [],
  customerRegistryURLs: [],
  couponRegistryURLs: [],
  transactionRegistryURLs: [],
  displayAdManagerURLs: [],
};

/** The record of verifyUser and its kin: who has logged in, and with which key. */
export async function verifiedUser(
  context: CallContext,
  login: {
    readonly user: User;
    readonly session: Session;
    readonly input: { readonly doNotGenerateIdentityToken?: 0 | 1 | undefined };
  },
): Promise<Answer> {
  const record = recordOf(context.call);
  if (record === undefined) throw new Error(`${context.call.name} answers a record`);
  const { user, session, input } = login;
  const { userID, userName, employeeID, groupID } = user;
  const inSession = { ...context, user, session };
  const text = recordWriter(record)({
    ...{ userID, userName, employeeID, groupID, ...userNames(context.account, user) },
    ...registerFields,
    ipAddress: context.address,
    sessionKey: context.account.sessions.keyOf(session),
    // Seconds from its start, however many of them are left.
    sessionLength: session.expiresAt - session.createdAt,
    isPasswordExpired: false,
    remindUserToUpdateUsername: 0,
    loginUrl: backOfficeUrl(context),
    token: await sessionToken(inSession, 'services'),
    ...(input.doNotGenerateIdentityToken === 1
      ? {}
      : { identityToken: await sessionToken(inSession, 'identity') }),
  });
  return { recordsTotal: 1, records: [text] };
}
