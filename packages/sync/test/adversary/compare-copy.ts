import { isDeepStrictEqual } from 'node:util';

import type { MemorySink } from '../../src/testing/index.ts';
import { shopTableOf } from '../every-lane.ts';
import type { ShopHistory } from './shop-history.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Everything in which a copy is not what the shop holds, one line each. */
export function differencesOf(sink: MemorySink, history: ShopHistory, lanes: readonly string[]): string[] {
  return lanes.flatMap((lane) =>
    lane === 'stock' ? stockDifferences(sink, history) : recordDifferences(sink, history, lane),
  );
}

function recordDifferences(sink: MemorySink, history: ShopHistory, lane: string): string[] {
  const alive = sink.read(lane).filter(({ deletedAt }) => deletedAt === undefined);
  const copied = new Map(alive.map(({ id, record }) => [id, record as Fields]));
  const held = history.records(lane);
  const extra = [...copied.keys()].filter((id) => !held.has(id)).map((id) => `${lane} ${id} is not there`);
  const different = [...held].flatMap(([id, fields]) => {
    const copy = copied.get(id);
    if (!copy) return [`${lane} ${id} is missing`];
    const field = differingField(fields, copy, shopTableOf(lane).repeated);
    return field === undefined ? [] : [`${lane} ${id} differs in ${field}`];
  });
  return [...extra, ...different];
}

function differingField(held: Fields, copy: Fields, repeated: readonly string[]): string | undefined {
  return Object.keys(held).find(
    (name) => !repeated.includes(name) && !isDeepStrictEqual(held[name], copy[name]),
  );
}

function stockDifferences(sink: MemorySink, history: ShopHistory): string[] {
  const copied = new Map<string, number>(
    sink.read('stock').map(({ id, warehouseID, record }) => {
      const { amountInStock } = record as { readonly amountInStock: number };
      return [`${id}/${warehouseID}`, amountInStock] as const;
    }),
  );
  const held = history.amounts();
  return [...new Set([...copied.keys(), ...held.keys()])]
    .filter((key) => (copied.get(key) ?? 0) !== (held.get(key) ?? 0))
    .map((key) => `stock ${key} is ${held.get(key) ?? 0}, but ${copied.get(key)} in the copy`);
}
