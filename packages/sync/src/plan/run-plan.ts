import type { LaneEstimate } from './estimate-lane.ts';

export interface LanePlan extends LaneEstimate {
  readonly lane: string;
  /** An earlier run was cut off in the lane. */
  readonly resumes: boolean;
}

/** What a run would need, as far as is known before it. */
export interface RunPlan {
  readonly lanes: readonly LanePlan[];
  /** The run asks first which tables have changed: 0.1 units, which are in the sums. */
  readonly asksTables: boolean;
  /** HTTP requests, the login included. */
  readonly requests: number;
  readonly costUnits: number;
}
