import type * as z from 'zod';

import { type AnyCall, calls, encodeInput, wireOf } from '@erply-kit/schemas';

import type { Fields } from './ask.ts';

const everyCall: readonly AnyCall[] = Object.values(calls);

/** The example of a call as a client would send it. */
export function exampleFields(call: AnyCall): Fields {
  return Object.fromEntries(encodeInput(call, call.example ?? {}));
}

/** The example of a call, with all that its records have only when it is asked for. */
export function fullFields(call: AnyCall): Fields {
  const unserved: readonly string[] = call.unserved?.inputs ?? [];
  const asked = Object.entries(call.input() as Record<string, z.ZodType>)
    // Those named so ask for fewer records or fields: getHeadersOnly, getOnlyItemsInStock, getPOSDefaultCustomers.
    .filter(
      ([input]) =>
        /^get[A-Z]/.test(input) && !/Only|Defined$|Default|^getAllSalonEvents$|Unfulfilled/.test(input),
    )
    .filter(([, schema]) => wireOf(schema)?.name === 'flag')
    .filter(([input]) => !unserved.includes(input));
  return {
    ...exampleFields(call),
    ...Object.fromEntries(asked.map(([input]) => [input, 1])),
    ...(call.detailFields && { responseMode: 'detail' }),
    ...(call.paging && { recordsOnPage: call.paging.maxPageSize({} as never) }),
  };
}

/** What must be saved before the example of a call that deletes has something to delete. */
export function savesBefore(call: AnyCall): readonly AnyCall[] {
  if (call.effect !== 'delete') return [];
  return everyCall.filter(({ table, right }) => table === call.table && right === 'save');
}
