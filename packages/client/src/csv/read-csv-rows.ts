import * as z from 'zod';

import { type AnyCall, recordOf } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import { planRequest } from '../api-request.ts';
import { runCall } from '../call.ts';
import { beginCallLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors/failure.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { createIncompleteFailure, readWholeFile } from './read-whole-file.ts';
import { checkReportLink } from './report-link.ts';
import { readRows } from '#platform';

const noStreams = 'csv() needs the streams of Node, which browsers do not have; make the call without csv()';

/**
 * Streams a call's answer from a CSV file, row by row. Ends without an error only when the file has come whole: count
 * nothing as read before that.
 */
export async function* readCsvRows(
  call: AnyCall,
  request: { readonly input: AnyRecord; readonly options: CallOptions },
  context: Context,
): AsyncGenerator<AnyRecord> {
  const lifetime = beginCallLifetime(context, request.options);
  const items = [{ call, input: request.input, extra: { responseType: 'CSV' } }];
  const planned = planRequest({ items, lifetime });
  let attempt = 0;
  let file: OpenedFile | undefined;
  try {
    if (!readRows) throw new Failure(noStreams, { kind: 'usage', recovery: 'none' });
    const { answer, attempts } = await runCall(planned, context);
    attempt = attempts;
    const { isSecret } = context.sessions;
    const url = checkReportLink(answer.records[0]?.reportLink, { ...context.settings, isSecret });
    file = await openFile(url, planned, context);
    const keepsUnset = request.options.unset === 'keep';
    const rows = readRows(readWholeFile(file));
    for await (const batch of readTypedRows(rows, { call, keepsUnset, context })) yield* batch;
  } catch (failure) {
    throw toErplyError(failure, { ...planned, attempt });
  } finally {
    // A server that has stopped sending would otherwise keep what reads ahead of the rows waiting.
    file?.cancel();
    lifetime.end();
  }
}

interface Typing {
  readonly call: AnyCall;
  readonly keepsUnset: boolean;
  readonly context: Context;
}

/** Cells by the names in the header, in documented types. Columns that no definition knows stay text. */
async function* readTypedRows(batches: AsyncIterable<string[][]>, { call, keepsUnset, context }: Typing) {
  const schema = recordOf(call)?.();
  if (!schema) throw new TypeError(`${call.name} has no record to read rows as`);
  let read: ((cells: readonly string[]) => AnyRecord) | undefined;
  for await (const rows of batches) {
    const header = read ? undefined : rows.shift();
    if (header) {
      checkHeader(header, schema);
      const options = { call: call.name, isPartial: true, keepsUnset, names: new Set(header) };
      const readRecord = context.records.of(schema, options);
      read = (cells) => readRecord(recordOfCells(header, cells));
    }
    if (read) yield eachOf(rows, read);
  }
  if (!read) throw createIncompleteFailure('it is empty');
}

/** One after the other, as they are asked for: the rows before one that is refused are still given. */
function* eachOf(rows: readonly string[][], read: (cells: readonly string[]) => AnyRecord) {
  for (const cells of rows) yield read(cells);
}

function recordOfCells(names: readonly string[], cells: readonly string[]): AnyRecord {
  const record: AnyRecord = {};
  for (let index = 0; index < cells.length; index++) record[names[index] ?? ''] = cells[index];
  return record;
}

/** Columns may be added and change their order, but those of fields that every record has must be there. */
function checkHeader(header: readonly string[], schema: z.ZodObject): void {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  const missing = fields.find(([name, field]) => !(field instanceof z.ZodOptional) && !header.includes(name));
  if (!missing) return;
  throw new Failure(`the report file has no column ${missing[0]}`, { kind: 'response', recovery: 'none' });
}
