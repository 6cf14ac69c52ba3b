import type { Refusal } from '../../wire/refusal.ts';
import type { Gate, RequestContext } from '../context.ts';
import { account } from './account.ts';
import { apiAccess } from './api-access.ts';
import { bulkShape } from './bulk-shape.ts';
import { callName } from './call-name.ts';
import { customerData } from './customer-data.ts';
import { maintenance } from './maintenance.ts';
import { memory } from './memory.ts';
import { module } from './module.ts';
import { quota } from './quota.ts';
import { csv, responseType } from './response-type.ts';
import { rights } from './rights.ts';
import { session } from './session.ts';
import { validation } from './validation.ts';

/** By names that the journal has them by, in their order. */
type Gates = Readonly<Record<string, Gate>>;

/** A single request has to name its call before it is charged; in a bulk request each sub-request answers for itself. */
const callNameOfSingle: Gate = (context) =>
  context.subRequests === undefined ? callName(context) : undefined;

/**
 * What every HTTP request passes, in this order. Erply states none; this one follows from what each gate needs to know.
 * Before all of them stand the front end's limit, which knows addresses only, and the reading of the form.
 *
 * 1. `account` first, since everything else is the account's.
 * 2. `maintenance` before anything is looked at or charged.
 * 3. `responseType`, because a refusal has to be written in some format.
 * 4. `bulkShape`: a bulk request that cannot be read has no price (1020 says that nothing was run).
 *
 * Here faults are injected: what they stop is not charged, as if it had been stopped before this server; an error that
 * they give is charged as that error is.
 *
 * 5. `callName` of a single request: what names no call is not dispatched and costs nothing.
 * 6. `quota` before `session`: logins with a used-up quota are seen to fail with 1002.
 * 7. `session`, for bulk requests once for all of them.
 * 8. `apiAccess` last: only a session says who the user is.
 */
export const arrivalGates = { account, maintenance, responseType, bulkShape } satisfies Gates;

/** See `arrivalGates`. */
export const requestGates = { callName: callNameOfSingle, quota, session, apiAccess } satisfies Gates;

/**
 * What each call passes on its own, alone or inside a bulk request: whether there is such a call in such a format,
 * whether the account has it, whether the user may use it and see customers, and only then what is wrong with the input. At last comes what
 * Erply does not know: whether this server has room for what the call may add.
 */
export const callGates = { callName, csv, module, rights, customerData, validation, memory } satisfies Gates;

/** What the journal names as having refused a request: a gate, a word without its document, the call itself, a fault. */
export const gateNames: readonly string[] = [
  ...new Set([arrivalGates, requestGates, callGates].flatMap((gates) => Object.keys(gates))),
  'currentInvoice',
  'handler',
  'fault',
];

/** Goes through the gates until one refuses, and says in the context which. */
export function pass(gates: Gates, context: RequestContext): Refusal | undefined {
  for (const [name, gate] of Object.entries(gates)) {
    const refusal = gate(context);
    if (refusal === undefined) continue;
    context.refusedBy = name;
    return refusal;
  }
  return undefined;
}
