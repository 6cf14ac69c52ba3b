import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** The last audit of each lane, in full and by a sample: when, and how many rows it found. Times are of this machine's clock. */
export const audits: TableDeclaration = {
  name: 'audits',
  since: 5,
  columns: {
    client_code: requiredText,
    lane: requiredText,
    mode: requiredText,
    audited_at: requiredInteger,
    outcome: requiredText,
    looked: requiredInteger,
    missing: requiredInteger,
    extra: requiredInteger,
    removed: requiredInteger,
    changed: requiredInteger,
    lag: requiredInteger,
    /** Tenths of a quota unit. */
    cost_tenths: requiredInteger,
  },
  key: ['client_code', 'lane', 'mode'],
  withoutRowid: true,
};
