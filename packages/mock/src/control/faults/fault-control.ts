import { type Context, Hono } from 'hono';

import type { FaultRule } from '../../faults/fault-rule.ts';
import { type FaultReading, maxRules } from '../../faults/faults.ts';
import type { AccountAccess } from '../account-access.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';
import { queryNumber } from '../query-number.ts';
import { checkRule } from './check-fault.ts';

/** The rules of an account, in the order in which they are looked at. */
export interface FaultReport {
  readonly rules: readonly FaultReading[];
  /** Rules that have not happened yet, by their IDs. */
  readonly notFired: readonly number[];
}

/** Faults that are injected into requests. */
export interface FaultControl {
  /** Adds a rule after those that are there. One that could never match is an error. */
  addFault(rule: FaultRule): { readonly id: number };
  faults(): FaultReport;
  /** Removes all rules, or the one with this ID. */
  clearFaults(id?: number): void;
}

export function faultControl({ toRead, toAdd, toTake }: AccountAccess): FaultControl {
  return {
    addFault(rule) {
      const checked = checkRule(toRead(), rule);
      if (toRead().faults.count >= maxRules)
        throw new ControlError(
          409,
          `an account has at most ${maxRules} faults: clear those that are done with`,
        );
      return { id: toAdd().faults.add(checked) };
    },
    faults() {
      const rules = toRead().faults.list();
      return { rules, notFired: rules.flatMap(({ id, fired }) => (fired === 0 ? [id] : [])) };
    },
    clearFaults(id) {
      if (id === undefined) return toTake().faults.clear();
      if (!toTake().faults.remove(id)) throw new ControlError(404, `there is no fault ${id}`);
    },
  };
}

export function faultRoutes(accountOf: (c: Context) => FaultControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).faults()))
    .post('/', async (c) => c.json(accountOf(c).addFault(await jsonBody<FaultRule>(c)), 201))
    .delete('/', (c) => {
      accountOf(c).clearFaults();
      return c.body(null, 204);
    })
    .delete('/:id', (c) => {
      accountOf(c).clearFaults(queryNumber('the ID of a fault', c.req.param('id')));
      return c.body(null, 204);
    });
}
