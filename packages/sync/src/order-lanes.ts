import type { Lane } from './lane.ts';

/** The lanes, each behind those it names in `after`. A lane that was not asked for holds nothing up. */
export function orderLanes(lanes: readonly Lane[]): Lane[] {
  const ordered: Lane[] = [];
  const visited = new Set<Lane>();
  const visit = (lane: Lane) => {
    if (visited.has(lane)) return;
    visited.add(lane);
    for (const other of lanes) if (lane.after.includes(other.name)) visit(other);
    ordered.push(lane);
  };
  for (const lane of lanes) visit(lane);
  return ordered;
}
