import { defineListLane } from './define-list-lane.ts';

/**
 * Tax rates, archived ones too. The call has no `changedSince` and no log has their deletions, so they are read once a
 * day; getChangedDataSince can say that it is due earlier.
 */
export const vatRates = defineListLane({
  name: 'vatRates',
  changes: false,
  changedTable: 'vatRates',
  pageSize: 1000,
  idOf: (rate: { id: number; added: number }) => rate.id,
  pages: (client, _, options) => client.getVatRates.pages({}, options),
  one: (client, { recordsOnPage }) => client.getVatRates.request({ recordsOnPage }),
});
