import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';
import { logAddress } from './log-address.ts';

/** Makes or edits an address. One that gets another owner is gone for the first, and new for the second. */
export const saveAddress: Handler<typeof calls.saveAddress> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  let before = 0;
  const addressID = saveRecord(context, input, (saved, edited) => {
    for (const name of ['ownerID', 'typeID'] as const) if (saved[name] === 0) refuse(1011, name);
    before = Number(edited?.ownerID ?? 0);
    return saved;
  });
  const ownerID = account.table('addresses').get(addressID)?.ownerID ?? 0;
  if (before !== 0 && before !== ownerID)
    logAddress(account, user, { ownerID: before, activityType: 'delete' });
  logAddress(account, user, { ownerID, activityType: before === ownerID ? 'update' : 'create' });
  return savedAnswer(context.call, addressID);
};
