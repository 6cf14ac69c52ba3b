import type { Checkpoint } from './checkpoint.ts';

const passPhases = new Set<unknown>(['full', 'changes', 'deletions', 'closing', 'loading']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/** A time or a cursor's number: absent, or finite. */
const isTime = (value: unknown) => value === undefined || Number.isFinite(value);

const isIdle = (value: Readonly<Record<string, unknown>>) =>
  value.phase === 'idle' && isCount(value.generation) && isTime(value.watermark) && isTime(value.fullAt);

/**
 * Whether something that a sink has kept is a checkpoint that this version can go on from. One that is damaged, or of a
 * later version, must not be taken for one: a lane would never come to an end with it.
 */
export function isCheckpoint(value: unknown): value is Checkpoint {
  if (!isObject(value)) return false;
  if (value.phase === 'idle') return isIdle(value);
  return (
    passPhases.has(value.phase) &&
    (value.mode === 'full' || value.mode === 'incremental') &&
    isCount(value.generation) &&
    isObject(value.before) &&
    isIdle(value.before) &&
    isTime(value.candidate) &&
    isTime(value.deletedFrom) &&
    isTime(value.skipped) &&
    isTime(value.freshTo) &&
    isTime(value.freshToAt) &&
    (value.phase !== 'changes' || Number.isFinite(value.changedSince)) &&
    (value.phase !== 'deletions' || Number.isFinite(value.deletedFrom)) &&
    (value.phase !== 'loading' || (Array.isArray(value.warehouses) && isCount(value.loaded)))
  );
}
