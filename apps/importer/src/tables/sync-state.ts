import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** Where each lane stands. The counters are those of its last pass. */
export const syncState: TableDeclaration = {
  name: 'sync_state',
  since: 1,
  columns: {
    client_code: requiredText,
    lane: requiredText,
    phase: requiredText,
    watermark: { type: 'integer' },
    records: requiredInteger,
    deletions: requiredInteger,
    dead_letters: requiredInteger,
    checkpoint: requiredText,
    written_at: requiredInteger,
  },
  key: ['client_code', 'lane'],
};
