import { MappingError } from '@erply-kit/sync';

export type SqlValue = string | number | null;

export type FieldReader = (record: Readonly<Record<string, unknown>>) => SqlValue;

/** Makes a reader of one field that every record has. Without it the record goes aside: what is missing is not 0. */
function reader(what: string, accepts: (value: unknown) => boolean) {
  return (field: string): FieldReader =>
    (record) => {
      const value = record[field];
      if (accepts(value)) return value as SqlValue;
      const isMissing = value === undefined || value === null || value === '';
      throw new MappingError(field, isMissing ? 'missing' : `not ${what}`);
    };
}

export const text = reader('a text', (value) => typeof value === 'string');
export const integer = reader('an integer', Number.isSafeInteger);
export const decimal = reader('a number', Number.isFinite);

/** As `integer`, of a field that only some records have: null in SQL where it is absent. */
export const optionalInteger = (field: string): FieldReader => {
  const read = integer(field);
  return (record) => (record[field] === undefined ? null : read(record));
};
