import type { AccountControl } from '../control/account-control.ts';

/** A rule of `addFault`, as far as an error shows it. */
interface FaultRule {
  readonly id: number | string;
  readonly match?: unknown;
}

interface FaultReading {
  readonly rules: readonly FaultRule[];
  /** IDs of the rules that have not fired as often as they should. */
  readonly notFired: readonly FaultRule['id'][];
}

/** A test has asked for faults that never happened, so it has not tested what it says. */
export class FaultsNotFiredError extends Error {
  override readonly name = 'FaultsNotFiredError';
  /** IDs of the rules, as `addFault` gave them. */
  readonly notFired: readonly FaultRule['id'][];

  constructor(clientCode: string, { rules, notFired }: FaultReading) {
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
export function checkFaults(account: Pick<AccountControl, 'clientCode'>): void {
  const reading = readFaults(account);
  if (reading !== undefined && reading.notFired.length > 0)
    throw new FaultsNotFiredError(account.clientCode, reading);
}

function readFaults(account: object): FaultReading | undefined {
  const { faults } = account as { readonly faults?: () => FaultReading };
  return faults?.();
}
