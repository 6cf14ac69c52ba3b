import { jsonLine, type Output } from '@erply-kit/command-line';
import type { LaneProgress, ProgressEvent } from '@erply-kit/sync';

import type { SchemaChange } from '../database/schema.ts';
import { count, decimal } from './table.ts';

/** Tells how a run goes. */
export interface Progress {
  event(event: ProgressEvent): void;
  /** The hour's quota is used up. */
  quotaWait(resumesAt: Date): void;
  /** The database was brought to a newer schema, before the run. */
  migrated(change: SchemaChange): void;
  /** Leaves a clean line behind. */
  end(): void;
}

/** For people: one line a lane that is written over, on a terminal; elsewhere a plain line now and then. */
export function createProgress(out: Output, now: () => number): Progress {
  return out.isTTY ? terminalProgress(out) : plainProgress(out, now);
}

/** For machines: every event as a line of JSON. */
export function createJsonProgress(out: Output): Progress {
  return {
    event(event) {
      const { kind, ...fields } = event.kind === 'progress' ? event : { kind: 'lane', ...event.report };
      out.write(jsonLine({ event: kind, ...fields }));
    },
    quotaWait: (resumesAt) => out.write(jsonLine({ event: 'quotaWait', resumesAt })),
    migrated: (change) => out.write(jsonLine({ event: 'migrated', ...change })),
    end() {},
  };
}

function terminalProgress(out: Output): Progress {
  let shown = '';
  const show = (text: string) => {
    shown = text;
    out.write(`\r\x1b[K${text}`);
  };
  const end = () => {
    if (shown) out.write('\n');
    shown = '';
  };
  return {
    event(event) {
      if (event.kind === 'progress') show(terminalLine(event, out.columns));
      else end();
    },
    quotaWait: (resumesAt) => out.write(`\r\x1b[K${waitLine(resumesAt)}\n${shown}`),
    migrated: (change) => out.write(migratedLine(change)),
    end,
  };
}

const quietMs = 5000;

function plainProgress(out: Output, now: () => number): Progress {
  let lastAt = now();
  return {
    event(event) {
      if (event.kind !== 'progress' || now() - lastAt < quietMs) return;
      lastAt = now();
      out.write(`${progressLine(event)}\n`);
    },
    quotaWait: (resumesAt) => out.write(`${waitLine(resumesAt)}\n`),
    migrated: (change) => out.write(migratedLine(change)),
    end() {},
  };
}

export const waitLine = (resumesAt: Date) =>
  `the hour's quota is used up; going on at ${resumesAt.toISOString()}`;

const migratedLine = ({ from, to }: SchemaChange) =>
  `the database was brought from schema ${from} to ${to}; all that was in it is kept\n`;

const words: Readonly<Record<LaneProgress['phase'], string>> = {
  full: 'reading',
  loading: 'reading',
  changes: 'changes',
  deletions: 'deletions',
  closing: 'done',
};

/** Where a lane stands, for people. */
export function progressLine(event: LaneProgress): string {
  const { lane, phase, records, total = 0, recordsPerSecond, etaSeconds, costUnits } = event;
  const isReading = phase === 'full' && total > 0;
  return [
    `${lane} ${words[phase]}`,
    isReading ? `${count(records)} of ${count(total)} records` : `${count(records)} records`,
    `${count(Math.round(recordsPerSecond))}/s`,
    ...(etaSeconds === undefined || etaSeconds < 1 ? [] : [`${durationOf(etaSeconds)} left`]),
    `${decimal(costUnits)} units`,
  ].join(', ');
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${decimal(seconds / 3600)} h`;
}

const barCells = 20;

/** How much of a lane is read, where the server says how much there is. */
function barOf({ phase, records, total = 0 }: LaneProgress): string {
  if (phase !== 'full' || total <= 0) return '';
  const share = Math.min(1, records / total);
  const full = Math.floor(share * barCells);
  return `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${String(Math.floor(share * 100)).padStart(3)}% `;
}

/**
 * A line that a terminal would wrap cannot be written over: the bar is left out where it does not fit, and then the end.
 * The width is asked each time, since people resize their windows.
 */
function terminalLine(event: LaneProgress, columns = 80): string {
  const line = progressLine(event);
  const whole = barOf(event) + line;
  if (whole.length < columns) return whole;
  return line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 2))}…`;
}
