import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { confirm, hasConfirmed } from './gdpr-confirmations.ts';

/** The user confirms the rules of data protection, once. */
export const recordGDPRConfirmation: Handler<typeof calls.recordGDPRConfirmation> = (context) => {
  const { account } = context;
  const user = userOf(context);
  const { employeeID } = user;
  if (employeeID === 0) refuse(1146);
  if (hasConfirmed(account, user)) refuse(1147);
  return { recordsTotal: 1, records: [phpJson({ employeeID, consentTime: confirm(account, user) })] };
};
