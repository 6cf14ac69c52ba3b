import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { documentFilters, documentInputs } from '../document-inputs.ts';
import { inventoryRegistration } from './inventory-registration.ts';
import { inventoryRegistrations } from './inventory-registrations.ts';

/** Documents that took goods into stock without a purchase. */
export const getInventoryRegistrations = defineCall({
  name: 'getInventoryRegistrations',
  docs: 'https://learn-api.erply.com/requests/getinventoryregistrations',
  effect: 'read',
  table: inventoryRegistrations,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this registration. */
    inventoryRegistrationID: integer.optional(),
    /** Only registrations in this location. */
    warehouseID: integer.optional(),
    /** Only registrations with exactly this cause. */
    cause: text.optional(),
    ...documentInputs(),
  }),
  filters: documentFilters,
  result: { list: inventoryRegistration },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1060],
  loggable: [
    'inventoryRegistrationID',
    'warehouseID',
    'dateFrom',
    'dateTo',
    'getCost',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Documented; no answer was captured, so that IDs, prices and amounts are numbers is inferred.',
});
