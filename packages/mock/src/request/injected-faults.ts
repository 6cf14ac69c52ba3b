import type { TakenFault } from '../faults/faults.ts';
import { type AnswerDamage, damageOf } from './answer-damage.ts';
import type { RequestContext } from './context.ts';

/** The faults of one HTTP request: those that it met, and those of them that came to something. */
export interface InjectedFaults {
  readonly taken: readonly TakenFault[];
  readonly happened: Set<TakenFault>;
}

/** A fault comes to something; the journal names it. */
export function happen(context: RequestContext, fault: TakenFault): void {
  context.injected?.happened.add(fault);
  if (fault.id !== undefined) context.firedFaults.push(fault.id);
  if (fault.note !== undefined) context.notes.push(fault.note);
}

/** Gives back the faults that came to nothing, and answers what the others do to the answer. */
export function settleFaults({ injected }: RequestContext): AnswerDamage | undefined {
  if (injected === undefined) return undefined;
  const { taken, happened } = injected;
  for (const fault of taken) if (!happened.has(fault)) fault.giveBack();
  return damageOf(Array.from(happened, ({ effect }) => effect));
}
