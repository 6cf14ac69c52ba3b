import type { Account } from '../account/account.ts';
import { type FaultEffect, isDeciding, runsNothing } from '../faults/fault-rule.ts';
import type { TakenFault } from '../faults/faults.ts';
import { type AnswerDamage, damageOf } from './answer-damage.ts';
import { reportCandidate } from './fault-candidate.ts';
import { rollChaos } from './roll-chaos.ts';

/** A download is not a call, so it stands in the journal only when a fault happened to it. */
function write(account: Account, happened: readonly TakenFault[]): void {
  const { chaos } = account.faults;
  const status = happened.flatMap(({ effect }) => ('httpStatus' in effect ? [effect.httpStatus] : []))[0];
  const notes = happened.flatMap(({ note }) => note ?? []);
  const entry = {
    time: account.now(),
    request: 'report',
    parameters: {},
    ...{ units: 0, durationMs: 0 },
    faults: happened.flatMap(({ id }) => id ?? []),
    ...(status === undefined ? {} : { status }),
    ...(chaos === undefined ? {} : { chaosSeed: chaos.seed }),
    ...(notes.length === 0 ? {} : { notes }),
  };
  account.journal.write(entry, new Map());
}

/** What faults do to the download of a report; `undefined` where they leave it as it is. */
export function injectIntoReport(
  account: Account | undefined,
  ownEffect: FaultEffect | undefined,
): AnswerDamage | undefined {
  if (ownEffect === undefined && account?.faults.isIdle !== false) return undefined;
  // Rules count it and dice are thrown for it, and the journal may not have it.
  account?.disturb();
  const own: TakenFault[] = ownEffect === undefined ? [] : [{ id: 0, effect: ownEffect, giveBack: () => {} }];
  const ofAccount =
    account === undefined
      ? []
      : [...account.faults.take(reportCandidate), ...rollChaos(account, reportCandidate)];
  const taken = [...own, ...ofAccount];
  const decision = taken.find(({ effect }) => isDeciding(effect));
  const happened = taken.filter((fault) => fault === decision || !isDeciding(fault.effect));
  for (const fault of taken) if (!happened.includes(fault)) fault.giveBack();
  if (account !== undefined && happened.length > 0) write(account, happened);
  return damageOf(happened.map(({ effect }) => effect));
}

/** The file is not even looked at: a link that can be read once stays as it is. */
export const leavesReport = (damage: AnswerDamage): boolean =>
  damage.effect !== undefined && runsNothing(damage.effect);
