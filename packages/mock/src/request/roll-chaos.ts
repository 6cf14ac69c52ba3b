import type { Account } from '../account/account.ts';
import { RandomStream } from '../account/random-stream.ts';
import type { TakenFault } from '../faults/faults.ts';
import type { FaultCandidate } from '../faults/match.ts';

/** Parts of a percent that dice can tell apart. */
const partsOfPercent = 10_000;

/** What the dice of an account's chaos come to for one HTTP request. */
export function rollChaos({ faults, code }: Account, candidate: FaultCandidate): TakenFault[] {
  const { chaos } = faults;
  const roll = chaos?.roll(
    candidate,
    (count) =>
      new RandomStream(`${chaos.seed}/${code}/chaos/${count}`).below(100 * partsOfPercent) / partsOfPercent,
  );
  if (chaos === undefined || roll === undefined) return [];
  const { name, effect } = roll;
  return [{ id: undefined, effect, note: `chaos: ${name}`, giveBack: () => chaos.giveBack(name) }];
}
