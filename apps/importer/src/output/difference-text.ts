import { oneLine } from '@erply-kit/command-line';
import type { Difference, DifferenceSummary } from '@erply-kit/sync';

import { count } from './table.ts';

/** Which fields of a lane differ and in how many rows, and the first of these rows. Holds no values. */
export function differencesText(lane: string, { fields, examples }: DifferenceSummary): string {
  const names = Object.entries(fields).map(([field, rows]) => `${field} ${count(rows)}`);
  const fieldLine = names.length === 0 ? '' : `${lane}, fields that differ: ${oneLine(names.join(', '))}\n`;
  return fieldLine + examples.map((example) => exampleText(lane, example)).join('');
}

function exampleText(lane: string, { id, warehouseID, kind, fields }: Difference): string {
  const key = warehouseID === undefined ? `${id}` : `${id} in warehouse ${warehouseID}`;
  const what = fields.length === 0 ? '' : `: ${oneLine(fields.join(', '))}`;
  return `  ${lane} ${key} ${kind}${what}\n`;
}
