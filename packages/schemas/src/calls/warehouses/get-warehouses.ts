import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { languageInput } from '../language-inputs.ts';
import { warehouse } from './warehouse.ts';
import { warehouses } from './warehouses.ts';

/**
 * Stores and other locations that hold stock: all of them in one answer.
 * @deprecated Erply recommends instead: Account Administration API GET /v1/warehouse.
 */
export const getWarehouses = defineCall({
  name: 'getWarehouses',
  docs: 'https://learn-api.erply.com/requests/getwarehouses',
  effect: 'read',
  table: warehouses,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this location. */
    warehouseID: integer.optional(),
    /** Only locations that this user may work with; older pages list it, its meaning is inferred. */
    userID: integer.optional(),
    /** Only the location with exactly this code. */
    code: text.optional(),
    /** Only locations of this store region; needs the store regions module. */
    storeRegionID: integer.optional(),
    /** Only locations that use this assortment; needs the assortments module. */
    assortmentID: integer.optional(),
    ...languageInput(),
    ...attributeFilter(),
  }),
  rules: attributeFilterRules,
  moduleInputs: {
    storeRegionID: { module: 'storeRegions', code: 1028 },
    assortmentID: { module: 'assortments', code: 1028 },
  },
  result: { list: warehouse },
  example: { warehouseID: 1 },
  errors: [1030, 1060],
  loggable: ['warehouseID', 'code', 'storeRegionID', 'assortmentID', 'lang'],
  deprecated: 'Account Administration API GET /v1/warehouse',
  evidence: 'Wire types from captured answers.',
});
