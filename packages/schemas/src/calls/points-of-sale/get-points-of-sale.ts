import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { pointOfSale } from './point-of-sale.ts';
import { pointsOfSale } from './points-of-sale.ts';

/** Registers of all locations, in one answer. */
export const getPointsOfSale = defineCall({
  name: 'getPointsOfSale',
  docs: 'https://learn-api.erply.com/requests/getpointsofsale',
  effect: 'read',
  table: pointsOfSale,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this register. */
    pointOfSaleID: integer.optional(),
    /** Only registers of this location. */
    warehouseID: integer.optional(),
    /** Only registers whose name begins so. */
    searchName: text.optional(),
    ...attributeFilter(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
  }),
  rules: attributeFilterRules,
  result: { list: pointOfSale },
  errors: [1030],
  loggable: ['pointOfSaleID', 'warehouseID', 'changedSince'],
  evidence:
    'Wire types from a captured answer and a typed SDK; the form of quick buttons is inferred, what the sums of the other tax rates stand for too.',
});
