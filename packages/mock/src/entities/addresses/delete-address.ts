import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { logAddress } from './log-address.ts';

/** Deletes an address. */
export const deleteAddress: Handler<typeof calls.deleteAddress> = (context, { addressID }) => {
  const { account } = context;
  const user = userOf(context);
  const address = account.table('addresses').get(addressID);
  if (address === undefined) refuse(1011, 'addressID');
  account.remove('addresses', addressID, user);
  logAddress(account, user, { ownerID: address.ownerID ?? 0, activityType: 'delete' });
  return { recordsTotal: 0, records: [] };
};
