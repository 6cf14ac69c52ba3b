import type { DatabaseSync } from 'node:sqlite';

import { hasTable } from '../database/has-table.ts';

/** Somebody who was erased and does not come back. */
export interface ForgottenPerson {
  /** The ID that the customer has in Erply. */
  readonly id: number;
  /** Seconds of this machine's clock; 0 as long as the file may still hold something of them. */
  readonly forgottenAt: number;
}

/** Whom an account has forgotten. */
export function readForgotten(database: DatabaseSync, clientCode: string): ForgottenPerson[] {
  if (!hasTable(database, 'forgotten')) return [];
  const rows = database.prepare('SELECT id, forgotten_at FROM forgotten WHERE client_code = ? ORDER BY id');
  return rows.all(clientCode).map((row) => ({ id: Number(row.id), forgottenAt: Number(row.forgotten_at) }));
}
