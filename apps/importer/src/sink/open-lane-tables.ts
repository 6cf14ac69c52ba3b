import { laneTables } from '../tables/all-tables.ts';
import type { LaneTable } from './lane-table.ts';

/** The tables of an account's lanes with all their columns, by the name of the lane. */
export function openLaneTables(clientCode: string): (lane: string) => LaneTable {
  const limits = { forgotten: new Set<number>() };
  const tables = new Map(laneTables.map(({ lane, open }) => [lane, open(clientCode, limits)]));
  return (lane) => {
    const table = tables.get(lane);
    if (!table) throw new TypeError(`no table for the lane ${lane}`);
    return table;
  };
}
