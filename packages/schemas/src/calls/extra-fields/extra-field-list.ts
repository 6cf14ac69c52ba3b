import { extraFieldValue } from './extra-field-value.ts';

/** What the calls that read the values of the four extra fields have in common: all but inputs and table. */
export const extraFieldList = {
  effect: 'read',
  right: 'view',
  session: 'required',
  module: 'extraFields',
  result: { list: extraFieldValue },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'lang', 'recordsOnPage', 'pageNo'],
} as const;
