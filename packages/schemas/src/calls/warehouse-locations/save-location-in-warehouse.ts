import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { warehouseLocations } from './warehouse-locations.ts';

/** Makes a shelf or bin, or edits the one of `locationInWarehouseID`. Product cards show the new name at once. */
export const saveLocationInWarehouse = defineCall({
  name: 'saveLocationInWarehouse',
  docs: 'https://learn-api.erply.com/requests/savelocationinwarehouse',
  effect: 'write',
  table: warehouseLocations,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The location to edit; a new one is made when left out. */
    locationInWarehouseID: integer.optional(),
    /** What people read; a new location needs it (inferred). */
    name: text.optional(),
  }),
  createNeeds: [['name']],
  result: { one: savedRecord('locationInWarehouseID') },
  example: { name: 'E-01' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['locationInWarehouseID'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
