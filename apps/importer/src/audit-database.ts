import type { ClientEvent } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import {
  type AuditPlan,
  type AuditProgress,
  type AuditReport,
  auditLanes,
  type Lane,
  planAudit,
  type Sample,
} from '@erply-kit/sync';

import type { DatabaseAddress } from './database/database-address.ts';
import { openForReading } from './database/open-database.ts';
import { openCopy } from './open-copy.ts';

export interface AuditDatabaseOptions {
  readonly credentials: AccountOptions;
  readonly database: DatabaseAddress;
  readonly lanes: readonly Lane[];
  /** @default all rows */
  readonly sample?: Sample;
  readonly maxExamples: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Says whether to go on, once the cost is known. */
  readonly onPlan: (plan: AuditPlan) => boolean;
  readonly onProgress: (progress: AuditProgress) => void;
  readonly onClientEvent: (event: ClientEvent) => void;
}

/**
 * Compares a database with the account, and changes nothing in either; undefined where the plan was not approved.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be used.
 */
export async function auditDatabase(options: AuditDatabaseOptions): Promise<AuditReport | undefined> {
  const { credentials, now, sample, onPlan, onClientEvent, maxExamples, onProgress, signal } = options;
  const { clientCode } = credentials;
  const clock = { now };
  await using client = connect(credentials, onClientEvent);
  await using database = await openForReading(options.database);
  const copy = await openCopy(database, { clientCode, clock, lanes: options.lanes });
  const plan = await planAudit({ ...copy, ...(sample && { sampleSize: sample.size }) });
  if (!onPlan(plan)) return undefined;
  return await auditLanes({
    ...{ client, clock, ...copy, ...(sample && { sample }) },
    ...{ maxExamples, onProgress, signal },
  });
}
