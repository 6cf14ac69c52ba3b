/** What the calls that read the values of the four extra fields have in common: all but what goes in and out. */
export const extraFieldList = {
  effect: 'read',
  right: 'view',
  session: 'required',
  module: 'extraFields',
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'lang', 'recordsOnPage', 'pageNo'],
} as const;
