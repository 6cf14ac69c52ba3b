import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import { type Lane, planLanes, type RunPlan } from '@erply-kit/sync';

import { examineDatabase, openForReading } from './database/open-database.ts';
import { openLaneStates } from './sink/open-lane-states.ts';

export interface PlanOptions {
  readonly credentials: AccountOptions;
  readonly databasePath: string;
  readonly lanes: readonly Lane[];
  readonly full: boolean;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** What an import would cost. Asks cheap questions; neither makes a database nor waits for one that is in use. */
export async function planImport(options: PlanOptions): Promise<RunPlan> {
  const { credentials, databasePath, now, ...planOptions } = options;
  const found = examineDatabase(databasePath);
  const isFilled = found === 'ready' || found === 'older';
  using database = isFilled ? openForReading(databasePath) : undefined;
  const states = database && openLaneStates(database, credentials.clientCode);
  await using client = connect(credentials);
  const sink = { state: async (lane: string) => states?.read(lane) };
  return await planLanes({ client, sink, clock: { now }, ...planOptions });
}
