import type { Account } from '../account/account.ts';
import { demoUser } from '../account/user.ts';
import type { Mutation } from '../faults/fault-rule.ts';
import type { TakenFault } from '../faults/faults.ts';
import { accountOf, type RequestContext } from './context.ts';
import { happen } from './injected-faults.ts';

/** Changes a record as another user would, or says why not: meanwhile it may have come or gone. */
function mutate(account: Account, mutation: Mutation): string | undefined {
  const { table: name } = mutation;
  const table = account.table(name);
  if (mutation.op === 'insert') {
    const id = mutation.values[table.definition.key];
    if (typeof id === 'number' && table.has(id)) return `${name} has a record ${id} already`;
    account.insert(name, mutation.values, demoUser);
    return undefined;
  }
  const { id } = mutation;
  if (!table.has(id)) return `${name} has no record ${id}`;
  if (mutation.op === 'delete') account.remove(name, id, demoUser);
  else account.update(name, { id, fields: mutation.values, user: demoUser });
  return undefined;
}

type When = 'before' | 'after';

/** Mutations that a request meets before or after it, or a sub-request where the context is that of one. */
const mutationsOf = (
  { injected, index }: RequestContext,
  when: When,
): readonly (readonly [TakenFault, readonly Mutation[]])[] =>
  (injected?.taken ?? []).flatMap((fault) => {
    const { effect, subRequest } = fault;
    const isNow = 'mutate' in effect && (effect.when ?? 'before') === when && subRequest === index;
    return isNow ? [[fault, effect.mutate] as const] : [];
  });

/** Data will change after the call, so its answer has to be written before. */
export const isMutatedAfter = (context: RequestContext): boolean =>
  context.injected !== undefined && mutationsOf(context, 'after').length > 0;

/** Data will change while the calls of a bulk request run. */
export const isMutatedMeanwhile = ({ injected }: RequestContext): boolean =>
  injected?.taken.some(({ effect }) => 'mutate' in effect) === true;

/** Changes data behind a request's back, where a fault says so. */
export function mutateData(context: RequestContext, when: When): void {
  if (context.injected === undefined) return;
  const { accounts } = context.server;
  for (const [fault, mutations] of mutationsOf(context, when)) {
    const account = accountOf(context);
    accounts.keep(account);
    let done = 0;
    for (const mutation of mutations) {
      const problem = accounts.isFull
        ? 'the accounts are full (maxAccountMegabytes)'
        : mutate(account, mutation);
      if (problem === undefined) done += 1;
      else context.notes.push(`mutate: ${problem}`);
    }
    if (done > 0) happen(context, fault);
  }
}
