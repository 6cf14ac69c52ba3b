import { sortSteps } from '../../query/sorted-ids.ts';
import { takeInSlices } from '../../slices.ts';
import type { Row } from '../../store/row.ts';
import type { Table } from '../../store/table.ts';

/** A group and those above it, the topmost first, by what they are sorted by; `undefined` where there is no top. */
type Path = readonly (readonly [positionNo: number, id: number])[] | undefined;

function pathOf(table: Table, id: number): Path {
  const path: (readonly [number, number])[] = [];
  const seen = new Set<number>();
  for (let above = id; above !== 0; ) {
    const group: Row | undefined = table.get(above);
    if (group === undefined || seen.has(above)) return undefined;
    seen.add(above);
    path.unshift([Number(group.positionNo ?? 0), above]);
    above = Number(group.parentGroupID ?? 0);
  }
  return path;
}

function comparePaths(left: Path, right: Path): number {
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  for (const [level, [positionNo, id]] of left.entries()) {
    const [otherPositionNo, otherID] = right[level] ?? [];
    if (otherPositionNo === undefined || otherID === undefined) return 1;
    if (id !== otherID) return positionNo - otherPositionNo || id - otherID;
  }
  return left.length - right.length;
}

/** Groups as they stand in the tree: each before those below it, at last those that no top group leads to, by ID. */
export async function inTreeOrder(table: Table, ids: readonly number[]): Promise<number[]> {
  const paths = new Map(ids.map((id) => [id, pathOf(table, id)]));
  const compare = (left: number, right: number) =>
    comparePaths(paths.get(left), paths.get(right)) || left - right;
  return Array.from(await takeInSlices(sortSteps(Int32Array.from(ids), compare)));
}
