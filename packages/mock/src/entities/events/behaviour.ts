import type { Behaviour } from '../../account/account.ts';

/** An account with the salon module shows its fields of every event; the status of one that is not an appointment is `NONE` (inferred). */
export const events: Behaviour = {
  defaults: {
    ...{ productID: 0, warehouseID: 0, checkInTime: 0, checkOutTime: 0, serviceStartTime: 0 },
    ...{ type: '', status: 'NONE' },
  },
  derive(joined) {
    joined.productName ??= '';
  },
};
