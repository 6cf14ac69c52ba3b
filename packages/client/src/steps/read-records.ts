import type { ResultDefinition } from '@erply-kit/schemas';
import { recordOf } from '@erply-kit/schemas';

import type { Context } from '../context.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import type { AnyRecord, Flight, FlightItem } from '../flight.ts';
import { limitRecords } from './limit-records.ts';
import type { Step } from './step.ts';

/** Turns the records into documented types. Comes last: nothing that is wrong in them gets better by repeating. */
export const readRecords: Step = (flight, context) => {
  for (const item of flight.items) {
    if (!item.said) continue;
    try {
      item.answer = { status: item.said.status, records: read(item, { flight, context }) };
    } catch (error) {
      if (!flight.isBulk) throw error;
      const { name, effect } = item.call;
      item.error = toErplyError(error, { name, isRead: effect === 'read', attempt: flight.attempt });
    }
  }
};

function read(
  item: FlightItem,
  { flight, context }: { readonly flight: Flight; readonly context: Context },
): AnyRecord[] {
  const sent = item.said?.records;
  const definition = recordOf(item.call);
  if (!definition || 'none' in (item.call.result as ResultDefinition)) return [];
  // A few calls answer with the bare record.
  const records: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
  // The answer is a link to a file, and no record of the call.
  if (item.extra.responseType !== undefined) return records as AnyRecord[];
  const schema = definition();
  const isPartial = item.parameters.has('getFields');
  const { keepsUnset } = flight;
  const { maxAnswerBytes } = context.settings;
  limitRecords(records.length, { schema, isFilled: !isPartial && !keepsUnset, maxAnswerBytes });
  const reader = context.records.of(schema, { call: item.call.name, isPartial, keepsUnset });
  return records.map(reader);
}
