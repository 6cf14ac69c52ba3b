import type { LaneRedrive } from '@erply-kit/sync';

import { count, decimal, table } from './table.ts';

/** What became of dead letters, for people. */
export function redriveText(lanes: readonly LaneRedrive[]): string {
  if (lanes.length === 0) return 'there are no dead letters in these lanes\n';
  const rows = lanes.map(({ lane, written, left, gone, withoutID, costUnits }) => [
    ...[lane, ...[written, left, gone, withoutID].map(count), decimal(costUnits)],
  ]);
  return table(['lane', 'written', 'left', 'gone', 'without ID', 'units'], rows);
}
