import { oneLine } from '@erply-kit/command-line';

import type { DryRunReport, LaneDryRun, ShownDifference } from '../dry-run.ts';
import { differencesText } from './difference-text.ts';
import { count, decimal, table } from './table.ts';

/** What a run would do, for people. */
export function dryRunText({ lanes, requests, costUnits }: DryRunReport): string {
  const rows = lanes.map(({ lane, mode, outcome, changes, deadLetters, costUnits: units }) => [
    lane,
    outcome === 'completed' ? mode : `${mode}, ${outcome}`,
    ...[changes.missing, changes.removed, changes.changed, changes.extra, deadLetters].map(count),
    decimal(units),
  ]);
  return [
    table(['lane', 'mode', 'added', 'alive again', 'changed', 'removed', 'not fitting', 'units'], rows),
    ...lanes.map((lane) => differencesText(lane.lane, lane.changes) + valuesText(lane)),
    `Nothing was written. ${count(requests)} requests, ${decimal(costUnits)} units.\n`,
  ].join('');
}

const valuesText = ({ lane, changes }: LaneDryRun): string =>
  changes.examples.map((example) => exampleText(lane, example)).join('');

function exampleText(lane: string, { id, warehouseID, values = [] }: ShownDifference): string {
  const key = warehouseID === undefined ? `${id}` : `${id} in warehouse ${warehouseID}`;
  const lines = values.map(
    ({ field, before, after }) =>
      `  ${lane} ${key} ${oneLine(`${field}: ${spell(before)} -> ${spell(after)}`)}\n`,
  );
  return lines.join('');
}

const maxLength = 200;

const spell = (value: unknown): string => (JSON.stringify(value) ?? 'absent').slice(0, maxLength);
