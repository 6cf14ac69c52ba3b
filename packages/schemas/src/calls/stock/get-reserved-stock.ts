import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { reservedStock } from './reserved-stock.ts';
import { loggableStockFilters, stockFilterInputs } from './stock-filter-inputs.ts';

/** What is reserved in one location: products that customers wait for. Not paged (inferred). */
export const getReservedStock = defineCall({
  name: 'getReservedStock',
  docs: 'https://learn-api.erply.com/requests/getreservedstock',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** The location. For all together use syncTotalProductStock. */
    warehouseID: integer,
    ...stockFilterInputs(),
  }),
  result: { list: reservedStock },
  example: { warehouseID: 1 },
  errors: [1010, 1011, 1064],
  loggable: ['warehouseID', ...loggableStockFilters],
  evidence: 'Documented; that the quantity is a number is inferred from getProductStock.',
});
