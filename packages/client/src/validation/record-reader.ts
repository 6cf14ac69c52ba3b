import * as z from 'zod';

import { type Status, status, wireOf } from '@erply-kit/schemas';

import type { Validation } from '../client-options.ts';
import { Fault } from '../errors/fault.ts';
import type { AnyRecord } from '../flight.ts';
import { decodeField } from './decode-field.ts';

/** What is read: the call, for errors and counts, and whether fields were left out on purpose. */
export interface ReadingOptions {
  readonly call: string;
  /** The request named the fields it wants, so the others stay absent instead of unset. */
  readonly isPartial?: boolean;
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
}

/** Codecs of essential fields. */
const essentialCodecs = new Set(['id', 'idString', 'filledText']);

export function createRecordReader({ validation, onDrift }: RecordReaderOptions): RecordReader {
  const of: RecordReader['of'] = (schema, options) => {
    const { fields, others } = fieldsOf(schema);
    return (sent) => {
      const record = asRecord(sent);
      const drift: string[] = [];
      for (const field of fields) readField(record, field, { drift, isPartial: options.isPartial === true });
      if (others) readOthers(record, { known: schema.shape, others, drift });
      if (drift.length > 0 && validation === 'strict') throw misfit(drift);
      if (validation === 'warn') for (const path of drift) onDrift(options.call, path);
      return record;
    };
  };
  return { of, readStatus: (call, sent) => of(status(), { call })(sent) as Status };
}

function fieldsOf(schema: z.ZodObject) {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]): Field => {
    const isOptional = field instanceof z.ZodOptional;
    return {
      name,
      schema: isOptional ? (field.unwrap() as z.ZodType) : field,
      isOptional,
      isEssential: essentialCodecs.has(wireOf(field)?.name ?? ''),
    };
  });
  const { catchall } = schema.def;
  const others = catchall instanceof z.ZodUnknown ? undefined : (catchall as z.ZodType | undefined);
  return { fields, others };
}

/** PHP prints an object without fields as an empty list. */
function asRecord(sent: unknown): AnyRecord {
  if (Array.isArray(sent) && sent.length === 0) return {};
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as AnyRecord;
  throw new Fault('a record is no object', { kind: 'response', cure: 'none', isAmbiguous: true });
}

/** One field that does not fit costs itself only: it stays as it was sent. */
function readField(record: AnyRecord, field: Field, reading: { drift: string[]; isPartial: boolean }): void {
  const sent = record[field.name];
  if (sent === undefined && (field.isOptional || reading.isPartial)) return;
  const { value, issues } = decodeField(field.schema, sent);
  if (issues.length === 0) {
    if (value !== sent) record[field.name] = value;
    return;
  }
  if (field.isEssential) throw misfit([field.name]);
  for (const issue of issues) reading.drift.push(pathOf([field.name, ...(issue.path ?? [])]));
}

/** Fields of a record whose keys nobody knows beforehand. */
function readOthers(record: AnyRecord, reading: { known: object; others: z.ZodType; drift: string[] }): void {
  for (const name of Object.keys(record)) {
    if (Object.hasOwn(reading.known, name)) continue;
    const field = { name, schema: reading.others, isOptional: true, isEssential: false };
    readField(record, field, { drift: reading.drift, isPartial: false });
  }
}

/** Numbers in a path are places in a list or IDs: they would make a new path of each record. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (/^\d+$/.test(String(part)) ? '*' : String(part))).join('.');
}

function misfit(paths: readonly string[]): Fault {
  const message = `the answer does not fit the definition at ${[...new Set(paths)].join(', ')}`;
  return new Fault(message, { kind: 'response', cure: 'none', isAmbiguous: true });
}
