import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { totalStock } from './total-stock.ts';

/**
 * Stock of all locations together: the call to keep such sums up to date with. Not paged. Without `changedSince` only
 * products that have stock.
 */
export const syncTotalProductStock = defineCall({
  name: 'syncTotalProductStock',
  docs: 'https://learn-api.erply.com/requests/synctotalproductstock',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only products whose stock has moved since, by the server's clock; those without stock too. */
    changedSince: unixSeconds.optional(),
    /**
     * 1 adds `amountReserved` and products that are reserved without being in stock; `changedSince` then asks for
     * reservations that have changed, too.
     */
    getAmountReserved: flag.optional(),
  }),
  result: { list: totalStock },
  errors: [1014],
  loggable: ['changedSince', 'getAmountReserved'],
  evidence: 'Documented; older pages type quantities as texts, newer ones as numbers.',
});
