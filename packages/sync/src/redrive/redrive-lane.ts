import { incomingAmount, type Lane, type RecordLane, type StockLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { chunksOf, readByIDs } from '../read-by-ids.ts';
import { readState } from '../read-state.ts';
import type { DeadLetter, Deletion } from '../sink.ts';
import { type Incoming, translate } from '../translate.ts';
import type { LaneRedrive, RedriveOptions } from './redrive-options.ts';

type Outcome = Pick<LaneRedrive, 'written' | 'left' | 'gone'>;

const productsPerRead = 1000;

/** Reads the records of a lane's dead letters again. Each answer is one transaction. */
export async function redriveLane<TRow>(
  lane: Lane,
  letters: readonly DeadLetter[],
  options: RedriveOptions<TRow>,
): Promise<Omit<LaneRedrive, 'requests' | 'costUnits'>> {
  const known = letters.filter(({ id }) => id !== undefined);
  const outcomes =
    lane.kind === 'stock' ? redriveAmounts(lane, known, options) : redriveRecords(lane, known, options);
  const total = { written: 0, left: 0, gone: 0 };
  for await (const { written, left, gone } of outcomes) {
    total.written += written;
    total.left += left;
    total.gone += gone;
    options.signal?.throwIfAborted();
  }
  return { lane: lane.name, ...total, withoutID: letters.length - known.length };
}

async function* redriveRecords<TRow>(
  lane: RecordLane,
  letters: readonly DeadLetter[],
  options: RedriveOptions<TRow>,
): AsyncGenerator<Outcome> {
  const ids = letters.flatMap(({ id }) => id ?? []);
  for await (const { ids: asked, records, status } of readByIDs(lane, options, ids)) {
    const incoming = records.map((record) => ({ id: lane.idOf(record), record }));
    const came = new Set(incoming.map(({ id }) => id));
    const absent: number[] = [];
    for (const id of asked) if (!came.has(id) && !(await isHeld(lane.name, id, options))) absent.push(id);
    const deletions = absent.map((id) => ({ id, deletedAt: status.requestUnixTime }));
    yield await commit(lane.name, options, { asked: asked.length, incoming, deletions });
  }
}

/** What does not come though the copy has it may be deleted, or not: the log says so, in a run. */
const isHeld = async <TRow>(lane: string, id: number, { sink }: RedriveOptions<TRow>): Promise<boolean> =>
  (await sink.countAlive(lane, [id])) > 0;

/** An amount that does not come is 0. */
async function* redriveAmounts<TRow>(
  lane: StockLane,
  letters: readonly DeadLetter[],
  options: RedriveOptions<TRow>,
): AsyncGenerator<Outcome> {
  const { client, signal } = options;
  for (const some of chunksOf(letters, productsPerRead)) {
    const ids = [...new Set(some.flatMap(({ id }) => id ?? []))];
    const warehouses = [...new Set(some.flatMap(({ warehouseID }) => warehouseID ?? []))];
    const request = { ids, ...omitUndefined({ signal }) };
    const { amounts } = await lane.readProducts(client, warehouses, request);
    const came = new Map(
      amounts.map((amount) => [`${amount.productID}/${amount.warehouseID}`, incomingAmount(amount)]),
    );
    const incoming = some.map(
      ({ id: productID = 0, warehouseID = 0 }) =>
        came.get(`${productID}/${warehouseID}`) ??
        incomingAmount({ productID, warehouseID, amountInStock: 0, amountReserved: 0 }),
    );
    yield await commit(lane.name, options, { asked: some.length, incoming, deletions: [] });
  }
}

interface Answered {
  readonly asked: number;
  readonly incoming: readonly Incoming[];
  readonly deletions: readonly Deletion[];
}

/** Writes what an answer brings; the lane stands where it stood. */
async function commit<TRow>(
  lane: string,
  { sink }: RedriveOptions<TRow>,
  { asked, incoming, deletions }: Answered,
): Promise<Outcome> {
  const { rows, deadLetters } = translate(sink, lane, incoming);
  const gone = deletions.length;
  const outcome = { written: rows.length, gone, left: asked - rows.length - gone };
  const state = await readState(sink, lane);
  if (!state) return { written: 0, gone: 0, left: asked };
  const { generation } = state.checkpoint;
  await sink.commit({ lane, generation, rows, deadLetters, deletions, ...state });
  return outcome;
}
