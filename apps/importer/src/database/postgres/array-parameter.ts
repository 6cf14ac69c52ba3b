import type { SqlValue } from '../../tables/columns.ts';
import type { ColumnType } from '../../tables/table-declaration.ts';

/** What an array of a column's values is sent as, and what each value is then made into. */
export const sentTypes: Readonly<Record<ColumnType, { readonly array: string; readonly as?: string }>> = {
  text: { array: 'text[]' },
  integer: { array: 'bigint[]' },
  // Of a float8, PostgreSQL would keep 15 digits.
  decimal: { array: 'text[]', as: 'numeric' },
  json: { array: 'text[]', as: 'jsonb' },
};

const textOid = 25;
const bigintOid = 20;
/** Dimensions, flags, type of the elements, their number, and the number of the first. */
const headerBytes = 20;
const nullLength = -1;

/**
 * A column of values as one parameter, in PostgreSQL's binary form: `pg` sends a Buffer as it is, while of an array it
 * would make a text in which every quote of every record is escaped.
 */
export function arrayParameter(type: ColumnType, values: readonly (SqlValue | undefined)[]): Buffer {
  return type === 'integer' ? integersOf(values) : textsOf(values);
}

function integersOf(values: readonly (SqlValue | undefined)[]): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes + values.length * 12);
  let at = writeHeader(buffer, bigintOid, values.length);
  for (const value of values) {
    if (value === null || value === undefined) {
      at = buffer.writeInt32BE(nullLength, at);
      continue;
    }
    at = buffer.writeInt32BE(8, at);
    at = buffer.writeBigInt64BE(BigInt(value), at);
  }
  return buffer.subarray(0, at);
}

function textsOf(values: readonly (SqlValue | undefined)[]): Buffer {
  let bytes = headerBytes;
  const texts = values.map((value) => {
    const text = value === null || value === undefined ? undefined : String(value);
    bytes += 4 + (text === undefined ? 0 : Buffer.byteLength(text));
    return text;
  });
  const buffer = Buffer.allocUnsafe(bytes);
  let at = writeHeader(buffer, textOid, values.length);
  for (const text of texts) {
    if (text === undefined) {
      at = buffer.writeInt32BE(nullLength, at);
      continue;
    }
    const length = buffer.write(text, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return buffer;
}

function writeHeader(buffer: Buffer, oid: number, count: number): number {
  buffer.writeInt32BE(1, 0);
  // Whether there are nulls among them: PostgreSQL looks for itself.
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  return buffer.writeInt32BE(1, 16);
}
