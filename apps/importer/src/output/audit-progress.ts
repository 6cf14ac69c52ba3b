import { jsonLine, type Output } from '@erply-kit/command-line';
import type { AuditProgress } from '@erply-kit/sync';

import { count } from './table.ts';

interface AuditProgressOptions {
  readonly out: Output;
  readonly json: boolean;
  readonly now: () => number;
}

const quietMs = 5000;

/** Tells how far an audit is, every five seconds. */
export function createAuditProgress({ out, json, now }: AuditProgressOptions) {
  let lastAt = now();
  return {
    progress({ lane, records, total }: AuditProgress): void {
      if (now() - lastAt < quietMs) return;
      lastAt = now();
      out.write(
        json
          ? jsonLine({ event: 'auditProgress', lane, records, total })
          : `${lane}: ${count(records)} of ${count(total)} rows are compared\n`,
      );
    },
    quotaWait(resumesAt: Date): void {
      out.write(
        json
          ? jsonLine({ event: 'quotaWait', resumesAt })
          : `the hour's quota is used up; going on at ${resumesAt.toISOString()}\n`,
      );
    },
  };
}
