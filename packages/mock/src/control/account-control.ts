import type { Server } from '../server.ts';
import { accountAccess } from './account-access.ts';
import { clockControl } from './clock-control.ts';
import { type ConfigControl, configControl } from './config-control.ts';
import { customerDataControl } from './data/customer-data-control.ts';
import { type DataControl, dataControl } from './data/data-control.ts';
import { type ExportControl, exportControl } from './data/export-control.ts';
import { type ImportControl, importControl } from './data/import-control.ts';
import {
  type AccountClockControl,
  accountClock,
  type LiveControl,
  liveControl,
} from './data/live-control.ts';
import { type StockControl, stockControl } from './data/stock-control.ts';
import { userControl } from './data/user-control.ts';
import { type DescriptionControl, descriptionControl } from './description-control.ts';
import { type ChaosControl, chaosControl } from './faults/chaos-control.ts';
import { type FaultControl, faultControl } from './faults/fault-control.ts';
import { type BundleControl, bundleControl } from './journal/bundle-control.ts';
import { type JournalControl, journalControl } from './journal/journal-control.ts';
import { type ReportControl, reportControl } from './journal/report-control.ts';
import { type VerifyControl, verifyControl } from './journal/verify-control.ts';
import { type QuotaControl, quotaControl } from './quota-control.ts';
import { type SessionControl, sessionControl } from './session-control.ts';
import { type ChangesControl, changesControl } from './states/changes-control.ts';
import { type ForkControl, forkControl } from './states/fork-control.ts';
import { type ResetControl, resetControl } from './states/reset-control.ts';
import { type SnapshotControl, snapshotControl } from './states/snapshot-control.ts';

/** Everything that tests do to an account behind its back. The same verbs as the control API's. */
export interface AccountControl
  extends DescriptionControl,
    ResetControl,
    ForkControl,
    SnapshotControl,
    ChangesControl,
    ImportControl,
    ExportControl,
    ConfigControl,
    QuotaControl,
    SessionControl,
    FaultControl,
    ChaosControl,
    JournalControl,
    VerifyControl,
    BundleControl,
    ReportControl,
    LiveControl {
  readonly clock: AccountClockControl;
  /** The records of a table, the `users`, or the `customerDataLog`, which can be read only. */
  data(table: string): DataControl;
  readonly stockMovements: StockControl;
}

/** The control of one client code. The account is kept from its first change on. */
export function accountControl(server: Server, clientCode: string): AccountControl {
  const access = accountAccess(server, clientCode);
  return {
    ...descriptionControl(server, access),
    ...resetControl(server, access),
    ...forkControl(server, access),
    ...snapshotControl(server, access),
    ...changesControl(access),
    ...importControl(server, access),
    ...exportControl(access),
    ...configControl(access),
    ...quotaControl(access),
    ...sessionControl(access),
    ...faultControl(access),
    ...chaosControl(access),
    ...journalControl(server, access),
    ...verifyControl(server, access),
    ...bundleControl(server, access),
    ...reportControl(server, access),
    ...liveControl(server, access),
    clock: accountClock(
      server,
      access,
      clockControl(
        () => access.toRead().clock,
        () => access.toChange().clock,
      ),
    ),
    data(table) {
      if (table === 'users') return userControl(access);
      return table === 'customerDataLog' ? customerDataControl(access) : dataControl(access, table);
    },
    stockMovements: stockControl(access),
  };
}
