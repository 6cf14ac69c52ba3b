import { damagesAnswer, type FaultEffect } from '../faults/fault-rule.ts';

/** What happens to an HTTP answer on its way. */
export interface AnswerDamage {
  /** How long it waits before it is sent. */
  readonly latencyMs: number;
  /** How fast its body comes at most. */
  readonly bytesPerSecond?: number | undefined;
  /** What becomes of it. */
  readonly effect?: FaultEffect | undefined;
}

/** No answer waits longer. */
export const maxLatencyMs = 600_000;

const latencyOf = (effect: FaultEffect) => effect.latencyMs ?? 0;
const speedOf = (effect: FaultEffect) =>
  'slowBytesPerSecond' in effect ? effect.slowBytesPerSecond : Number.POSITIVE_INFINITY;

/** What effects do to an answer all together; `undefined` where they leave it as it is. */
export function damageOf(effects: readonly FaultEffect[]): AnswerDamage | undefined {
  const effect = effects.find(damagesAnswer);
  const latencyMs = effects.reduce((sum, each) => Math.min(maxLatencyMs, sum + latencyOf(each)), 0);
  const bytesPerSecond = Math.min(...effects.map(speedOf));
  const isSlow = Number.isFinite(bytesPerSecond);
  if (effect === undefined && latencyMs === 0 && !isSlow) return undefined;
  return { latencyMs, effect, bytesPerSecond: isSlow ? bytesPerSecond : undefined };
}
