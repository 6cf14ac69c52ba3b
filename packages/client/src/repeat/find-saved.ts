import * as z from 'zod';

import { recordOf, type SafeRepeat } from '@erply-kit/schemas';

import type { Answer, AnyRecord } from '../answer.ts';
import { type ApiRequest, planRequest, type RequestedCall } from '../api-request.ts';
import type { Context } from '../context.ts';
import type { Lifetime } from '../time/lifetime.ts';
import { showsInput } from './shows-input.ts';

/** Servers that share the work do not all have the same second. */
const marginSeconds = 10;

/** How far the day of any place is from that of UTC. */
const daySpanSeconds = { behind: 12 * 3600, ahead: 14 * 3600 };

/** When a record was made that a request of this client has saved: seconds of the server's clock. */
export interface SavedBetween {
  readonly from: number;
  readonly to: number;
}

/**
 * The time from the first request, sent so long ago, to an answer that has come since and gives the server's clock.
 * Of our own clock only its pace counts.
 */
export function savedBetween(answeredAt: number, sinceFirstMs: number): SavedBetween {
  return { from: answeredAt - Math.ceil(sinceFirstMs / 1000) - marginSeconds, to: answeredAt };
}

/** A call whose repeats are safe. */
export type RepeatableCall = RequestedCall & { readonly call: { readonly repeat: SafeRepeat } };

interface Search {
  readonly between: SavedBetween;
  readonly lifetime: Lifetime;
  readonly keepsUnset: boolean;
  readonly context: Context;
  /** Makes one call. */
  readonly ask: (request: ApiRequest) => Promise<Answer<AnyRecord>>;
}

/**
 * Finds a record that Erply has, though no answer said so, by what was sent. Gives back how many fit where that is not
 * exactly one: any of them could be another client's. The record itself is always among those that are looked at, so
 * that the only one that fits is it. For the same reason there is one page only: between two the list may move.
 */
export async function findSaved(
  item: RepeatableCall,
  search: Search,
): Promise<Answer<AnyRecord> | { readonly fitting: number | undefined }> {
  const { call } = item.call.repeat.find;
  const input = inputOfSearch(item, search.between);
  const request = planRequest({ items: [{ call, input }], lifetime: search.lifetime });
  const { records, status } = await search.ask(request);
  const isWhole = records.length < input.recordsOnPage && (status.recordsTotal ?? 0) <= records.length;
  if (!isWhole) return { fitting: undefined };
  const fitting = records.filter((record) => isSavedOne(record, item, search.between));
  const [found] = fitting;
  if (found === undefined || fitting.length > 1) return { fitting: fitting.length };
  return {
    status: { ...status, request: item.call.name, recordsTotal: 1, recordsInResponse: 1 },
    records: [toAnswer(found, item, search)],
  };
}

function inputOfSearch({ call, input: sent }: RepeatableCall, { from }: SavedBetween) {
  const { find } = call.repeat;
  const asked = Object.entries(find.asks).map(([name, by]) => [name, sent[by]]);
  const input = { ...find.input, ...Object.fromEntries(asked), [find.since]: from };
  return { ...input, recordsOnPage: find.call.paging?.maxPageSize(input as never) ?? 0 };
}

function isSavedOne(record: AnyRecord, { call, input }: RepeatableCall, between: SavedBetween): boolean {
  const { shows, day, made } = call.repeat.find;
  const wasMade = record[made];
  if (input[made] === undefined && typeof wasMade === 'number' && wasMade > 0 && wasMade < between.from)
    return false;
  if (input[day] === undefined && !isDayWithin(record[day], between)) return false;
  return showsInput(record, input, shows);
}

/** The server takes its own day where none was sent, which midnight may divide, and whose zone nobody tells. */
function isDayWithin(day: unknown, { from, to }: SavedBetween): boolean {
  if (typeof day !== 'string' || day === '') return true;
  return dayOf(from - daySpanSeconds.behind) <= day && day <= dayOf(to + daySpanSeconds.ahead);
}

const dayOf = (unixSeconds: number) => new Date(unixSeconds * 1000).toISOString().slice(0, 10);

/** The found record in the shape of the save's answer. */
function toAnswer(found: AnyRecord, { call }: RepeatableCall, { keepsUnset, context }: Search): AnyRecord {
  const schema = recordOf(call)?.();
  if (schema === undefined) return {};
  const renamed = Object.entries(call.repeat.answer).map(([field, name]) => [field, found[name]]);
  const sent = pickFields(schema, { ...found, ...Object.fromEntries(renamed) });
  return context.records.of(schema, { call: call.name, keepsUnset })(sent);
}

/** What of a record an answer has too. */
function pickFields(schema: z.ZodObject, record: AnyRecord): AnyRecord {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const value = record[name];
      return value === undefined ? [] : [[name, pickRows(field, value)]];
    }),
  );
}

function pickRows(field: z.ZodType, value: unknown): unknown {
  const list = field instanceof z.ZodOptional ? field.unwrap() : field;
  const element = list instanceof z.ZodArray ? list.element : undefined;
  if (!(element instanceof z.ZodObject) || !Array.isArray(value)) return value;
  return value.map((row: AnyRecord) => pickFields(element, row));
}
