import * as z from 'zod';

import { type Status, status, wireOf } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import type { Validation } from '../client-options.ts';
import { Failure } from '../errors/failure.ts';
import { decodeField } from './decode-field.ts';
import { describePath } from './describe-path.ts';

/** What is read: the call, for errors and counts, and whether fields were left out on purpose. */
export interface ReadingOptions {
  readonly call: string;
  /** The request named the fields it wants, so the others stay absent instead of unset. */
  readonly isPartial?: boolean;
  /** What the record does not have stays absent, and a decimal number without a value stays as it was sent. */
  readonly keepsUnset?: boolean;
  /** The fields that the records can have, where that is known beforehand: no other is looked for. */
  readonly names?: ReadonlySet<string>;
}

/** Reads records as Erply sends them into documented types. */
export interface RecordReader {
  /** The returned function changes what it is given: JSON that was parsed for it alone. */
  of(schema: z.ZodObject, options: ReadingOptions): (sent: unknown) => AnyRecord;
  readStatus(call: string, sent: unknown): Status;
}

interface RecordReaderOptions {
  readonly validation: Validation;
  /** A field is not what its definition says. Paths only: `attributes.*.attributeName`. */
  readonly onDrift: (call: string, path: string) => void;
}

/** A field of a record, ready to be read. */
interface Field {
  readonly name: string;
  readonly schema: z.ZodType;
  /** It may be absent, and then stays so. */
  readonly isOptional: boolean;
  /** Without it a record is of no use: its ID, a session key, a link. */
  readonly isEssential: boolean;
  /** A decimal number: 0 is a value of it like any other. */
  readonly isDecimal: boolean;
  /** Fields of the records in it, where it is a list of records. */
  readonly elements: (() => readonly Field[]) | undefined;
}

/** Codecs of essential fields. */
const essentialCodecs = new Set(['id', 'idString', 'filledText']);
/** Codecs that read a number which is unset as 0. */
const decimalCodecs = new Set(['decimal', 'filledDecimalString', 'priceString']);

/** One record that is being read. */
interface Reading {
  readonly drift: string[];
  readonly isPartial: boolean;
  readonly keepsUnset: boolean;
}

export function createRecordReader({ validation, onDrift }: RecordReaderOptions): RecordReader {
  const of: RecordReader['of'] = (schema, options) => {
    const { fields: all, others } = fieldsOf(schema);
    const { isPartial = false, keepsUnset = false, names } = options;
    const fields = names ? all.filter(({ name }) => names.has(name)) : all;
    return (sent) => {
      const record = asRecord(sent);
      const drift: string[] = [];
      const reading = { drift, isPartial, keepsUnset };
      for (const field of fields) readField(record, field, reading);
      if (others) readOthers(record, { known: schema.shape, others, drift });
      if (drift.length > 0 && validation === 'strict') throw createMisfitFailure(drift);
      if (validation === 'warn') for (const path of drift) onDrift(options.call, path);
      return record;
    };
  };
  return {
    of,
    readStatus(call, sent) {
      const { errorCode } = asRecord(sent);
      const read = of(status(), { call })(sent) as Status;
      for (const name of statusNumbers)
        if (read[name] !== undefined && typeof read[name] !== 'number') read[name] = Number.NaN;
      // A code that is missing is not 0, which says that all went well.
      if (isAbsent(errorCode)) read.errorCode = Number.NaN;
      return read;
    },
  };
}

/** What programs count with and print: a word of the server's must not stand there. */
const statusNumbers = [
  'errorCode',
  'requestUnixTime',
  'generationTime',
  'recordsTotal',
  'recordsInResponse',
] as const satisfies (keyof Status)[];

const isAbsent = (value: unknown) => value === undefined || value === null || value === '';

function fieldsOf(schema: z.ZodObject) {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]): Field => {
    const isOptional = field instanceof z.ZodOptional;
    const inner = isOptional ? (field.unwrap() as z.ZodType) : field;
    const codec = wireOf(field)?.name ?? '';
    return {
      name,
      schema: inner,
      isOptional,
      isEssential: essentialCodecs.has(codec),
      isDecimal: decimalCodecs.has(codec),
      elements: elementsOf(inner),
    };
  });
  const { catchall } = schema.def;
  const others = catchall instanceof z.ZodUnknown ? undefined : (catchall as z.ZodType | undefined);
  return { fields, others };
}

/** Built at first use, because a record may hold itself. */
function elementsOf(schema: z.ZodType): Field['elements'] {
  const element = schema instanceof z.ZodArray ? schema.element : undefined;
  if (!(element instanceof z.ZodObject)) return undefined;
  let fields: readonly Field[] | undefined;
  return () => {
    fields ??= fieldsOf(element).fields.map((field) => ({ ...field, isEssential: false }));
    return fields;
  };
}

/** PHP prints an object without fields as an empty list. */
function asRecord(sent: unknown): AnyRecord {
  if (Array.isArray(sent) && sent.length === 0) return {};
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as AnyRecord;
  throw new Failure('a record is not an object', { kind: 'response', recovery: 'none', isAmbiguous: true });
}

/** One field that does not fit costs itself only: it stays as it was sent. */
function readField(record: AnyRecord, field: Field, reading: Reading): void {
  const sent = record[field.name];
  if (sent === undefined && (field.isOptional || reading.isPartial)) return;
  if (reading.keepsUnset && isUnset(sent, field)) return;
  if (reading.keepsUnset && field.elements && Array.isArray(sent)) {
    readElements(sent, field, reading);
    return;
  }
  const { value, issues } = decodeField(field.schema, sent);
  if (issues.length === 0) {
    if (value !== sent) record[field.name] = value;
    return;
  }
  if (field.isEssential) throw createMisfitFailure([field.name]);
  for (const issue of issues)
    reading.drift.push([field.name, ...describePath(field.schema, issue.path ?? [])].join('.'));
}

const isUnset = (sent: unknown, { isEssential, isDecimal }: Field) =>
  sent === undefined ? !isEssential : isDecimal && (sent === null || sent === '');

/** The records inside a field, one by one. None of them is essential to the record that holds them. */
function readElements(sent: readonly unknown[], { name, elements }: Field, reading: Reading): void {
  for (const element of sent) {
    const drift: string[] = [];
    if (typeof element !== 'object' || element === null || Array.isArray(element)) drift.push('');
    else
      for (const field of elements?.() ?? []) readField(element as AnyRecord, field, { ...reading, drift });
    for (const path of drift) reading.drift.push([name, '*', ...(path ? [path] : [])].join('.'));
  }
}

const plainField = { isOptional: true, isEssential: false, isDecimal: false, elements: undefined };

/** Fields of a record whose keys nobody knows beforehand. */
function readOthers(record: AnyRecord, reading: { known: object; others: z.ZodType; drift: string[] }): void {
  for (const name of Object.keys(record)) {
    if (Object.hasOwn(reading.known, name)) continue;
    const drift: string[] = [];
    const field = { ...plainField, name, schema: reading.others };
    readField(record, field, { drift, isPartial: false, keepsUnset: false });
    // The name is the server's own, and may be any word.
    for (const path of drift)
      reading.drift.push(['*', path.slice(name.length + 1)].filter(Boolean).join('.'));
  }
}

function createMisfitFailure(paths: readonly string[]): Failure {
  const message = `the answer does not fit the definition at ${[...new Set(paths)].join(', ')}`;
  return new Failure(message, { kind: 'response', recovery: 'none', isAmbiguous: true });
}
