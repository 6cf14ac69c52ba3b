import * as z from 'zod';

import { phpJson, plainDecimal, type RecordDefinition, wireOf } from '@erply-kit/schemas';

/** Encodes a value as Erply's JSON text; `undefined` when the field is left out of the answer. */
type Writer = (value: unknown) => string | undefined;

type Fields = Readonly<Record<string, unknown>>;

/** Encodes a record in the order and spelling of its definition; of a field that is in both, that of `more`. */
export type RecordWriter = (row: Fields, more?: Fields) => string;

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema instanceof z.ZodLazy
      ? unwrapped(schema.unwrap() as z.ZodType)
      : schema;

/** What stands between the quotes: lists of IDs and of words have commas between them. */
function stringOf(value: unknown, leastDecimals: number | undefined): unknown {
  if (typeof value === 'number') return plainDecimal(value, leastDecimals);
  return Array.isArray(value) ? value.join() : value;
}

function scalarWriter(schema: z.ZodType): Writer {
  const wire = wireOf(schema);
  // Only what a record does not know of itself comes without a wire: it is encoded as it is.
  if (wire === undefined) return (value) => (value === undefined ? undefined : phpJson(value));
  const unset = wire.unset === undefined ? undefined : phpJson(wire.unset);
  const encode =
    wire.type === 'string'
      ? (value: unknown) => phpJson(stringOf(value, wire.leastDecimals))
      : (value: unknown) => phpJson(value);
  return (value) => (value === undefined || value === null ? unset : encode(value));
}

/**
 * A writer for any part of a record. Built from the same definition as the zod codecs, because encoding a page of
 * records through them costs more than answering it; a test holds both against each other.
 */
function writerOf(schema: z.ZodType): Writer {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray) {
    const element = writerOf(inner.element as z.ZodType);
    return (value) =>
      Array.isArray(value) ? `[${value.map((item) => element(item) ?? 'null').join()}]` : '[]';
  }
  if (inner instanceof z.ZodObject) {
    const write = objectWriter(inner);
    return (value) => write((value ?? {}) as Fields);
  }
  if (inner instanceof z.ZodRecord) {
    const element = writerOf(inner.valueType as z.ZodType);
    return (value) =>
      `{${Object.entries(value ?? {})
        .map(([key, item]) => `${phpJson(key)}:${element(item) ?? 'null'}`)
        .join()}}`;
  }
  return scalarWriter(inner);
}

const isNested = (schema: z.ZodType) =>
  [z.ZodArray, z.ZodObject, z.ZodRecord].some((kind) => unwrapped(schema) instanceof kind);

/** What stands for a list or a record that is not there but has to be. */
const nestedAbsent = (schema: z.ZodType) => (unwrapped(schema) instanceof z.ZodArray ? '[]' : '{}');

/** How one field is encoded, with its key: `absent` is the text of a record that does not have it. */
interface FieldWriter {
  readonly absent: string | undefined;
  readonly encode: (value: unknown) => string | undefined;
}

function fieldWriter(name: string, schema: z.ZodType): FieldWriter {
  const key = `${phpJson(name)}:`;
  let write: Writer | undefined;
  const encode = (value: unknown) => {
    // Built at first use: a record may hold records of its own kind.
    write ??= writerOf(schema);
    const text = write(value);
    return text === undefined ? undefined : key + text;
  };
  return { absent: schema instanceof z.ZodOptional ? undefined : absentText(key, schema), encode };
}

function absentText(key: string, schema: z.ZodType): string | undefined {
  const text = isNested(schema) ? nestedAbsent(schema) : scalarWriter(unwrapped(schema))(undefined);
  return text === undefined ? undefined : key + text;
}

function objectWriter(schema: z.ZodObject, isShown: (field: string) => boolean = () => true): RecordWriter {
  const shown = Object.entries(schema.shape as Record<string, z.ZodType>).filter(([name]) => isShown(name));
  const positions = new Map(shown.map(([name], index) => [name, index]));
  const writers = shown.map(([name, field]) => fieldWriter(name, field));
  // Going through what there is is several times as fast as asking for each of a hundred fields.
  const fill = (values: unknown[], from: Fields) => {
    for (const name of Object.keys(from)) {
      const index = positions.get(name);
      if (index !== undefined) values[index] = from[name];
    }
  };
  return (row, more) => {
    const values: unknown[] = new Array(writers.length).fill(undefined);
    fill(values, row);
    if (more !== undefined) fill(values, more);
    const fields: string[] = [];
    for (let index = 0; index < writers.length; index += 1) {
      const { absent, encode } = writers[index] as FieldWriter;
      const field = values[index] === undefined ? absent : encode(values[index]);
      if (field !== undefined) fields.push(field);
    }
    return `{${fields.join()}}`;
  };
}

/** Writers by what they leave out; made once, since they hold nothing but the definition. */
const writers = new WeakMap<RecordDefinition, Map<string, RecordWriter>>();

/** The writer of a record. */
export const recordWriter = (record: RecordDefinition): RecordWriter => writerWithout(record, []);

/** A writer that leaves out some of the top-level fields. */
export function writerWithout(record: RecordDefinition, fields: readonly string[]): RecordWriter {
  const known = writers.get(record) ?? new Map<string, RecordWriter>();
  writers.set(record, known);
  const key = fields.join();
  const writer = known.get(key) ?? objectWriter(record(), (field) => !fields.includes(field));
  known.set(key, writer);
  return writer;
}
