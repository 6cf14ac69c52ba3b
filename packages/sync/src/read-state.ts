import { isCheckpoint } from './is-checkpoint.ts';
import type { LaneState, Sink } from './sink.ts';

/**
 * Where a lane stands in a sink.
 * @throws Error when the sink holds a checkpoint that this version does not know; nothing is written then.
 */
export async function readState(
  sink: Pick<Sink<never>, 'state'>,
  lane: string,
): Promise<LaneState | undefined> {
  const state = await sink.state(lane);
  if (state === undefined || isCheckpoint(state.checkpoint)) return state;
  throw new Error(`${lane}: the sink holds a checkpoint that is damaged, or of a later version`);
}
