import { MappingError } from '@erply-kit/sync';

export type SqlValue = string | number | null;

export type FieldReader = (record: Readonly<Record<string, unknown>>) => SqlValue;

/** Makes a reader of one field; a field that is missing or null is null in SQL. */
function reader(what: string, accepts: (value: unknown) => boolean) {
  return (field: string): FieldReader =>
    (record) => {
      const value = record[field] ?? null;
      if (value !== null && !accepts(value)) throw new MappingError(field, `not ${what}`);
      return value as SqlValue;
    };
}

export const text = reader('a text', (value) => typeof value === 'string');
export const integer = reader('an integer', Number.isSafeInteger);
export const decimal = reader('a number', Number.isFinite);

/** As `decimal`, of a field that every record has. */
export const requiredDecimal = (field: string): FieldReader => {
  const read = decimal(field);
  return (record) => {
    const value = read(record);
    if (value === null) throw new MappingError(field, 'missing');
    return value;
  };
};
