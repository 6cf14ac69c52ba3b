import type { Context } from 'hono';

import type { Account } from './account/account.ts';
import { ControlError } from './control/control-error.ts';
import { checkOwnEffect } from './control/faults/check-fault.ts';
import { controlRefusal } from './control/guard.ts';
import type { FaultEffect } from './faults/fault-rule.ts';
import type { Server } from './server.ts';

/** The header by which a request injects one effect, as JSON, into itself. */
const faultHeader = 'erply-mock-fault';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, 'Erply-Mock-Fault needs one effect as JSON, as {"errorCode": 1002}');
  }
}

/**
 * The effect that a request injects into itself, or the answer that says why it may not: the header is a control
 * request, so the same rules hold. `accountOf` finds the account when there is something to read.
 */
export function readOwnEffect(
  server: Server,
  c: Context,
  target: { readonly accountOf: () => Account | undefined; readonly isReport: boolean },
): FaultEffect | Response | undefined {
  const text = c.req.header(faultHeader);
  if (text === undefined) return undefined;
  const error = controlRefusal((name) => c.req.header(name), server.options, server.boundHost);
  if (error !== undefined) return c.json({ error }, 403);
  try {
    return checkOwnEffect(parsed(text), { account: target.accountOf(), isReport: target.isReport });
  } catch (problem) {
    if (problem instanceof ControlError) return c.json({ error: problem.message }, problem.status);
    throw problem;
  }
}
