import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';

/** 1131: the reason is one for something else. */
function checkReason(account: Account, reasonID: number | undefined): void {
  const reason = account.table('reasonCodes').get(reasonID ?? 0);
  if (reason !== undefined && reason.purpose !== 'PROMOTION') refuse(1131, 'reasonID');
}

/** The store regions that there are: those that locations are in. */
function storeRegions(account: Account): Set<number> {
  const warehouses = account.table('warehouses');
  return new Set(Array.from(warehouses.ids(), (id) => Number(warehouses.get(id)?.storeRegionID ?? 0)));
}

/** Makes or edits a promotion. Store regions that do not exist are left out and reported. */
export const saveCampaign: Handler<typeof calls.saveCampaign> = (context, input) => {
  const { account } = context;
  const { storeRegionIDs, ...others } = input;
  checkReason(account, input.reasonID);
  const known = storeRegionIDs === undefined ? new Set() : storeRegions(account);
  const missing = storeRegionIDs?.filter((id) => !known.has(id)) ?? [];
  const regions = storeRegionIDs?.filter((id) => known.has(id));
  const campaignID = saveRecord(
    context,
    regions === undefined ? others : { ...others, storeRegionIDs: regions },
  );
  return { recordsTotal: 1, records: [phpJson({ campaignID, nonExistentStoreRegionIDs: missing.join() })] };
};
