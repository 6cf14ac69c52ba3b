import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { namedShopper } from './named-shopper.ts';

/** 1012: a customer has that name in the web shop. */
export const validateCustomerUsername: Handler<typeof calls.validateCustomerUsername> = async (
  context,
  { username },
) => {
  userOf(context);
  if ((await namedShopper(context.account, username)) !== undefined) refuse(1012, 'username');
  return { recordsTotal: 0, records: [] };
};
