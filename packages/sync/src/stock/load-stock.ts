import type { LoadingCheckpoint } from '../checkpoint.ts';
import { isSameSet } from '../is-same-set.ts';
import { incomingAmount, type StockLane } from '../lane.ts';
import type { LaneRun } from '../lane-run.ts';
import { omitUndefined } from '../omit-undefined.ts';
import type { Incoming } from '../translate.ts';

/** Loads all amounts into a generation, warehouse by warehouse; goes on with the one that is under way. */
export async function loadStock<TRow>(lane: StockLane, run: LaneRun<TRow>): Promise<LoadingCheckpoint> {
  let at = await beginLoading(lane, run);
  for (const warehouseID of at.warehouses.slice(at.loaded)) {
    at = await loadWarehouse(lane, run, { at, warehouseID });
    await run.settings.betweenPages?.(lane, run);
  }
  return at;
}

/** A generation of other warehouses than the account has now is of no use, so a new one is begun. */
async function beginLoading<TRow>(lane: StockLane, run: LaneRun<TRow>): Promise<LoadingCheckpoint> {
  const { client, clock, clocks, signal } = run.settings;
  const saved = run.checkpoint;
  const askedAt = clock.now();
  const { ids, status } = await lane.listWarehouses(client, omitUndefined({ signal }));
  clocks.observe(status);
  if (saved.phase === 'loading' && isSameSet(ids, saved.warehouses)) return saved;
  const before = saved.phase === 'idle' ? saved : saved.before;
  const pass = { mode: 'full', generation: saved.generation + 1, before } as const;
  const { seconds: candidate } = clocks.watermarkOf(status, { lane: run.lane, askedAt });
  return run.begin({
    ...pass,
    ...{ phase: 'loading', candidate, candidateAt: askedAt, warehouses: ids, loaded: 0 },
  });
}

interface Loading {
  readonly at: LoadingCheckpoint;
  readonly warehouseID: number;
}

/** Loads one warehouse in chunks. A chunk proves nothing about the next: it counts when the file has come whole. */
async function loadWarehouse<TRow>(
  lane: StockLane,
  run: LaneRun<TRow>,
  { at, warehouseID }: Loading,
): Promise<LoadingCheckpoint> {
  const { client, signal, stockChunkRows } = run.settings;
  let fresh = true;
  let chunk: Incoming[] = [];
  for await (const amount of lane.readAll(client, warehouseID, omitUndefined({ signal }))) {
    chunk.push(incomingAmount(amount));
    if (chunk.length < stockChunkRows) continue;
    await run.write({
      checkpoint: at,
      incoming: chunk,
      stage: { warehouseID, fresh },
      position: positionOf(at),
    });
    fresh = false;
    chunk = [];
  }
  const loaded = { ...at, loaded: at.loaded + 1 };
  await run.write({
    checkpoint: loaded,
    incoming: chunk,
    stage: { warehouseID, fresh },
    position: positionOf(loaded),
  });
  return loaded;
}

const positionOf = ({ loaded, warehouses }: LoadingCheckpoint) => ({ share: loaded / warehouses.length });
