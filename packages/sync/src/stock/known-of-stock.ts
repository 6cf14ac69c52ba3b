import type { IdleCheckpoint } from '../checkpoint.ts';
import { answerSince, type ChangedTables, type TableAnswer } from '../poll/changed-tables.ts';
import { logStart } from './log-start.ts';

/** What the lane of stock need not ask. */
export interface KnownOfStock {
  /** The warehouses of the account, where they are those of the watermark. */
  readonly warehouses?: readonly number[];
  /** No product was deleted since the log was last asked. */
  readonly isLogEmpty: boolean;
  /** The answers that say so; up to their times, it is so. */
  readonly answers: readonly TableAnswer[];
}

/** What is known of the tables beside the amounts since the watermark of the lane of stock. */
export function knownOfStock(at: IdleCheckpoint, changed: ChangedTables): KnownOfStock {
  const { watermark, warehouses } = at;
  if (watermark === undefined) return { isLogEmpty: false, answers: [] };
  const listed = answerSince(changed, 'warehouses', watermark);
  const isSame = listed !== undefined && !listed.updated && !listed.deleted;
  const logged = answerSince(changed, 'products', logStart(at) ?? watermark);
  const isLogEmpty = logged !== undefined && !logged.deleted;
  return {
    isLogEmpty,
    ...(isSame && warehouses && { warehouses }),
    answers: [...(isSame && warehouses ? [listed] : []), ...(isLogEmpty ? [logged] : [])],
  };
}
