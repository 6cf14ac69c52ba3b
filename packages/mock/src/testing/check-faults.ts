import type { FaultControl, FaultReport } from '../control/faults/fault-control.ts';

/** A test has asked for faults that never happened, so it has not tested what it says. */
export class FaultsNotFiredError extends Error {
  override readonly name = 'FaultsNotFiredError';
  /** IDs of the rules, as `addFault` gave them. */
  readonly notFired: readonly number[];

  constructor(clientCode: string, { rules, notFired }: FaultReport) {
    const shown = notFired.slice(0, maxShown).map((id) => {
      const match = JSON.stringify(rules.find((rule) => rule.id === id)?.match ?? {});
      return `${id} ${match.length > maxMatch ? `${match.slice(0, maxMatch)}…` : match}`;
    });
    const more = notFired.length > shown.length ? `; and ${notFired.length - shown.length} more` : '';
    const subject = notFired.length === 1 ? '1 fault has' : `${notFired.length} faults have`;
    super(`${subject} not fired for account ${clientCode}: ${shown.join('; ')}${more}`);
    this.notFired = notFired;
  }
}

const maxShown = 10;
const maxMatch = 200;

/** @throws FaultsNotFiredError where a rule has not fired. */
export function checkFaults(account: Pick<FaultControl, 'faults'> & { readonly clientCode: string }): void {
  const report = account.faults();
  if (report.notFired.length > 0) throw new FaultsNotFiredError(account.clientCode, report);
}
