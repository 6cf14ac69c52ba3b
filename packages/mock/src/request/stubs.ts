import { type AnyCall, calls, defineCall, phpJson } from '@erply-kit/schemas';

import { OptionError } from '../options.ts';
import type { Answer } from '../wire/envelope.ts';
import { type Parameters, textOf } from '../wire/parameters.ts';
import { refuse } from '../wire/refusal.ts';
import { handlerOf } from './handler-of.ts';

/** The answer to a call that the fake does not know. */
export interface Stub {
  readonly call: AnyCall;
  /** It takes any input: nobody knows which there are. */
  readonly takesAll: boolean;
  answer(parameters: Parameters): Answer;
}

/** Stubs by the names of their calls. */
export type Stubs = ReadonlyMap<string, Stub>;

const callPattern = /^[a-z][A-Za-z0-9]{1,63}$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A call that only its name is known of: whoever has a session may make it. */
const unknownCall = (name: string): AnyCall =>
  defineCall({
    name,
    docs: 'https://learn-api.erply.com/requests',
    effect: 'read',
    session: 'required',
    input: () => ({}),
    result: { none: true },
    errors: [],
    loggable: ['pageNo', 'recordsOnPage'] as never[],
    evidence: 'a stub: what it answers was given to the fake',
  });

const defaultPageSize = 20;

function wholeNumber(parameters: Parameters, name: string): number | undefined {
  const value = Number(textOf(parameters, name));
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/** All records, or the page that was asked for: who reads page by page comes to an end. */
function pageOf(records: readonly string[], parameters: Parameters): readonly string[] {
  const [pageNo, recordsOnPage] = ['pageNo', 'recordsOnPage'].map((name) => wholeNumber(parameters, name));
  if (pageNo === undefined && recordsOnPage === undefined) return records;
  const size = recordsOnPage ?? defaultPageSize;
  const offset = ((pageNo ?? 1) - 1) * size;
  return records.slice(offset, offset + size);
}

/** What a stub answers, and with which error where the answer was a refusal. */
interface StubAnswer {
  readonly records: readonly string[];
  readonly recordsTotal: number;
  readonly isObject: boolean;
  readonly errorCode: number;
  readonly errorField: string | undefined;
}

function fieldOf<TValue>(status: unknown, name: string, isRight: (value: unknown) => value is TValue) {
  const value = isObject(status) ? status[name] : undefined;
  return isRight(value) ? value : undefined;
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** @throws OptionError */
function readContent(name: string, content: unknown): StubAnswer {
  const { records, status } = Array.isArray(content)
    ? { records: content, status: undefined }
    : ((content ?? {}) as { records?: unknown; status?: unknown });
  const list = Array.isArray(records) ? records : [records];
  if (!list.every(isObject)) {
    const needed = 'a list of records, or an answer of Erply with "status" and "records"';
    throw new OptionError(`${name}: needs ${needed}`, 'stub');
  }
  return {
    records: list.map((record) => phpJson(record)),
    recordsTotal: fieldOf(status, 'recordsTotal', isCount) ?? list.length,
    isObject: !Array.isArray(records),
    errorCode: fieldOf(status, 'errorCode', isCount) ?? 0,
    errorField: fieldOf(status, 'errorField', isText),
  };
}

function stubOf(name: string, content: unknown): Stub {
  const declared = new Map<string, AnyCall>(Object.entries(calls)).get(name);
  if (declared !== undefined && handlerOf(declared) !== undefined)
    throw new OptionError(`${name}: the fake answers this call itself`, 'stub');
  if (!callPattern.test(name))
    throw new OptionError(`${JSON.stringify(name.slice(0, 64))} cannot be the name of a call`, 'stub');
  const { records, recordsTotal, isObject: isOne, errorCode, errorField } = readContent(name, content);
  return {
    call: declared ?? unknownCall(name),
    takesAll: declared === undefined,
    answer(parameters) {
      if (errorCode !== 0) refuse(errorCode, errorField);
      if (isOne) return { recordsTotal, records, isObject: true };
      return { recordsTotal, records: pageOf(records, parameters) };
    },
  };
}

/**
 * Reads stubs by the names of their calls.
 * @throws OptionError for a call that the fake answers itself, and for content that is not an answer.
 */
export const readStubs = (contents: Readonly<Record<string, unknown>>): Stubs =>
  new Map(Object.entries(contents).map(([name, content]) => [name, stubOf(name, content)]));
