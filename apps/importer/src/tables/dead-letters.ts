import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** Records that did not fit: where and why, never what they say. An ID of 0 means that there was none to read. `written_at` is
 * when that was first so. */
export const deadLetters: TableDeclaration = {
  name: 'dead_letters',
  since: 1,
  columns: {
    client_code: requiredText,
    lane: requiredText,
    record_id: requiredInteger,
    warehouse_id: requiredInteger,
    path: requiredText,
    message: requiredText,
    written_at: requiredInteger,
    /** How often the record was read and did not fit. */
    tries: { type: 'integer', since: 5 },
    last_try_at: { type: 'integer', since: 5 },
  },
  key: ['client_code', 'lane', 'record_id', 'warehouse_id'],
  withoutRowid: true,
};
