import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { idList } from '../../wire/lists.ts';
import { deletedRecords } from '../deleted-records.ts';
import { priceLists } from './price-lists.ts';

/**
 * Deletes price lists with all their rules. One that a location or customer has is refused with 1022.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deletePriceList = defineCall({
  name: 'deletePriceList',
  docs: 'https://learn-api.erply.com/requests/deletepricelist',
  effect: 'delete',
  table: priceLists,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The lists to delete. */
    priceListIDs: idList,
    /** 1 also takes the lists from all that have them, whose edit right it needs. */
    deleteAllAssociations: flag.optional(),
  }),
  inUse: 1022,
  result: { one: deletedRecords },
  example: { priceListIDs: [4] },
  errors: [1010, 1022, 1063],
  loggable: ['priceListIDs', 'deleteAllAssociations'],
  evidence: 'Inputs from documentation of 2019; the answer and when 1022 comes are inferred.',
});
