import type { ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import { type Lane, type LanePlan, planLanes, type RunPlan } from '@erply-kit/sync';

import type { DatabaseAddress } from './database/database-address.ts';
import { openIfFilled } from './database/open-database.ts';
import type { FieldChoices } from './lane-arguments.ts';
import { type ChosenColumns, isWidened, readChosenColumns } from './personal/chosen-columns.ts';
import { tableOfLane } from './personal/fewer-fields.ts';
import { openLaneStates, unread } from './sink/open-lane-states.ts';

export interface PlanOptions {
  readonly credentials: AccountOptions;
  /** A client of the account that is there already. @default one that ends with the plan */
  readonly client?: ErplyClient;
  readonly database: DatabaseAddress;
  readonly lanes: readonly Lane[];
  readonly full: boolean;
  /** Seconds since 1970: first reads are limited to what was added or changed since. */
  readonly since?: number;
  readonly fields: FieldChoices;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** What a run would need, and the columns that lanes fill, where not all. */
export interface ImportPlan extends RunPlan {
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Of the lanes that do not fill all their columns, those that they fill. */
function columnsOf(lanes: readonly LanePlan[], fields: FieldChoices, chosen: ChosenColumns) {
  const columns = lanes.flatMap(({ lane }) => {
    const list = fields.get(lane) ?? chosen.get(lane) ?? 'all';
    return list === 'all' ? [] : [[lane, list] as const];
  });
  return Object.fromEntries(columns);
}

/** What an import would cost. Asks cheap questions; neither makes a database nor waits for one that is in use. */
export async function planImport(options: PlanOptions): Promise<ImportPlan> {
  const { credentials, database: address, now, fields, ...planOptions } = options;
  await using database = await openIfFilled(address);
  const states = openLaneStates(address.label, credentials.clientCode);
  const client = options.client ?? connect(credentials);
  await using _own = options.client ? undefined : client;
  const chosen: ChosenColumns = database
    ? await readChosenColumns(database, credentials.clientCode)
    : new Map();
  const sink = {
    async state(lane: string) {
      const state = database && (await states.read(database, lane));
      const choice = fields.get(lane);
      if (!state || !choice || !isWidened(tableOfLane(lane), chosen.get(lane), choice)) return state;
      return { ...state, checkpoint: unread(state.checkpoint) };
    },
  };
  const plan = await planLanes({ ...planOptions, client, sink, clock: { now } });
  return { ...plan, columns: columnsOf(plan.lanes, fields, chosen) };
}
