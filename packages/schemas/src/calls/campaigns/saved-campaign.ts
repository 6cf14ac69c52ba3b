import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';

/** The answer of saveCampaign. */
export const savedCampaign = defineRecord(() => ({
  /** ID of what was saved, new or edited. */
  campaignID: id,
  /** Store regions that do not exist. */
  nonExistentStoreRegionIDs: idList,
}));
