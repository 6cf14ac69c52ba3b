import type { ResultDefinition } from '@erply-kit/schemas';
import { recordOf } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Attempt, RawResult } from '../attempt.ts';
import type { BulkResult } from '../bulk/bulk-request.ts';
import type { Context } from '../context.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import { limitRecords } from './limit-records.ts';

/** Turns the records into documented types. Comes last: nothing that is wrong in them gets better by repeating. */
export function readRecords(attempt: Attempt, context: Context): BulkResult<AnyRecord>[] {
  const { request, number, results = [] } = attempt;
  return results.map((result) => {
    if (!result.ok) return result;
    try {
      return { ok: true, answer: { status: result.status, records: read(result, request, context) } };
    } catch (error) {
      if (!request.isBulk) throw error;
      const { name, effect } = result.item.call;
      return { ok: false, error: toErplyError(error, { name, isRead: effect === 'read', attempt: number }) };
    }
  });
}

/** What was answered to a call that was not refused. */
type Answered = Extract<RawResult, { ok: true }>;

function read({ item, records: sent }: Answered, request: ApiRequest, context: Context): AnyRecord[] {
  const definition = recordOf(item.call);
  if (!definition || 'none' in (item.call.result as ResultDefinition)) return [];
  // A few calls answer with the bare record.
  const records: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
  // The answer is a link to a file, and no record of the call.
  if (item.extra.responseType !== undefined) return records as AnyRecord[];
  const schema = definition();
  const isPartial = item.parameters.has('getFields');
  const { keepsUnset } = request;
  const { maxAnswerBytes } = context.settings;
  limitRecords(records.length, { schema, isFilled: !isPartial && !keepsUnset, maxAnswerBytes });
  const reader = context.records.of(schema, { call: item.call.name, isPartial, keepsUnset });
  return records.map(reader);
}
