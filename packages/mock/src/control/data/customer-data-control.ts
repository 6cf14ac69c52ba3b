import { type CustomerDataEntry, customerDataEntries } from '../../entities/customers/customer-data-log.ts';
import type { Row } from '../../store/row.ts';
import type { AccountAccess } from '../account-access.ts';
import { ControlError } from '../control-error.ts';
import type { DataControl } from './data-control.ts';

const shown = (entry: CustomerDataEntry): Row => ({ ...entry });

function refuseChange(): never {
  throw new ControlError(405, 'customerDataLog is written by calls only, and never changed');
}

/** The log of what was done to data of customers, the oldest entry first: it can be read and nothing else. */
export function customerDataControl(access: AccountAccess): DataControl {
  const entries = () => customerDataEntries(access.toRead());
  return {
    list: () => entries().map(shown),
    get(id) {
      const entry = entries().find((one) => one.id === id);
      if (entry === undefined) throw new ControlError(404, `customerDataLog has no record ${id}`);
      return shown(entry);
    },
    insert: refuseChange,
    update: refuseChange,
    remove: refuseChange,
  };
}
