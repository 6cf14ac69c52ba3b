import { defineRecord } from '../define-record.ts';
import { id } from '../wire/integer.ts';

/** The answer of a save: the field in which the ID comes. A docstring before the name stands for the one below. */
export function savedRecord<const TField extends string>(field: TField) {
  return defineRecord(
    () =>
      ({
        /** ID of what was saved, new or edited. */
        [field]: id,
      }) as Readonly<Record<TField, typeof id>>,
  );
}
