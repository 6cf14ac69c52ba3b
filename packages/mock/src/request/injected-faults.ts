import type { TakenFault } from '../faults/faults.ts';
import { type AnswerDamage, damageOf } from './answer-damage.ts';
import type { RequestContext } from './context.ts';

/** A fault comes to something; the journal names it. */
export function happen(context: RequestContext, fault: TakenFault): void {
  context.injected?.happened.add(fault);
  if (fault.id !== undefined) context.firedFaults.push(fault.id);
  if (fault.note !== undefined) context.notes.push(fault.note);
}

/** Who sent a fault along is told when nothing came of it. */
function noteOwn({ injected, ownEffect, notes }: RequestContext): void {
  if (ownEffect === undefined) return;
  for (const { effect } of injected?.happened ?? []) if (effect === ownEffect) return;
  const [name] = Object.keys(ownEffect);
  notes.push(
    `Erply-Mock-Fault: ${name} did not happen: the request was refused before it, or has no session`,
  );
}

/** Gives back the faults that came to nothing, and answers what the others do to the answer. */
export function settleFaults(context: RequestContext): AnswerDamage | undefined {
  noteOwn(context);
  if (context.injected === undefined) return undefined;
  const { taken, happened } = context.injected;
  for (const fault of taken) if (!happened.has(fault)) fault.giveBack();
  return damageOf(Array.from(happened, ({ effect }) => effect));
}
