import type { AuditReport, LaneAudit } from './audit-report.ts';

/** What was found in a lane, and what was done about it. */
export interface LaneRepair extends LaneAudit {
  /** Rows that were written again: missing, removed and changed ones. */
  readonly written: number;
  /** Rows that were removed; of stock, amounts that were set to 0. */
  readonly deletions: number;
}

export interface RepairReport extends Omit<AuditReport, 'lanes' | 'mode'> {
  readonly lanes: readonly LaneRepair[];
}
