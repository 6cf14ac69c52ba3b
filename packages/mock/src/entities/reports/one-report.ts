import type { Account, StateDefinition } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** Whether the account is making a report; no saved state is. */
const slowReport: StateDefinition<{ isRunning: boolean }, null> = {
  name: 'slowReport',
  create: () => ({ isRunning: false }),
  save: () => null,
  bytesOf: () => 0,
};

/** Begins a slow report, and answers what ends it: an account makes one at a time, and gets 1021 for another. */
export function beginReport(account: Account): () => void {
  const report = account.state(slowReport);
  if (report.isRunning) refuse(1021);
  report.isRunning = true;
  return () => {
    report.isRunning = false;
  };
}
