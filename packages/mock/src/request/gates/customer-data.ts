import { hasConfirmed } from '../../entities/customers/gdpr-confirmations.ts';
import { accountOf, type Gate } from '../context.ts';

/**
 * 1120: the customers live elsewhere. 1148: the user has not confirmed the rules of data protection. Both concern just the
 * calls that are documented to answer them.
 */
export const customerData: Gate = (context) => {
  const { call, user } = context;
  if (call === undefined || user === undefined) return undefined;
  const account = accountOf(context);
  const { customerRegistry, customerDataConfirmation } = account.switches;
  if (customerRegistry === 'external' && call.errors.includes(1120)) return { code: 1120 };
  const isDemanded = customerDataConfirmation === 'yes' && account.hasModule('employeeConsent');
  if (isDemanded && call.errors.includes(1148) && !hasConfirmed(account, user)) return { code: 1148 };
  return undefined;
};
