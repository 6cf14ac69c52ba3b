export { durationText, readDuration } from './duration.ts';
export { escapeControls, jsonLine } from './json-line.ts';
export { oneLine } from './one-line.ts';
export { openProcessIO } from './open-process-io.ts';
export type { Output, ProcessIO } from './process-io.ts';
export { hasEnded, ownProcess } from './process-owner.ts';
export { reportFailure } from './report-failure.ts';
export { signalExitCode } from './signal-exit-code.ts';
export { UsageError } from './usage-error.ts';
