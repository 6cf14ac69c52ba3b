import type { ProgressEvent } from '@erply-kit/sync';

import { progressLine } from '../output/progress.ts';
import type { EventLog } from './event-log.ts';

/** Between two lines about a run that takes long. */
const quietMs = 30_000;

/** Reports a run that takes long, now and then. */
export function createProgressLog(log: EventLog, now: () => number): (event: ProgressEvent) => void {
  let lastAt = now();
  return (event) => {
    if (event.kind !== 'progress' || now() - lastAt < quietMs) return;
    lastAt = now();
    const { kind: _, ...facts } = event;
    log({ level: 'info', event: 'progress', message: progressLine(event), facts });
  };
}
