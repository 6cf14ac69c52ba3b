import { type Output, oneLine } from '@erply-kit/command-line';

export const levels = ['debug', 'info', 'warn', 'error'] as const;

export type Level = (typeof levels)[number];

/** One event of a program that runs for long. */
export interface LogEntry {
  readonly level: Level;
  /** What sort of event, for machines. */
  readonly event: string;
  /** One line for people. */
  readonly message: string;
  /** What there is to know, by name. Never secrets, bodies or anything from a record. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type EventLog = (entry: LogEntry) => void;

export interface LogOptions {
  readonly out: Output;
  /** The least level that is written. */
  readonly level: Level;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** For people: a time and a line. */
export function createTextLog({ out, level, now }: LogOptions): EventLog {
  const least = levels.indexOf(level);
  return (entry) => {
    if (levels.indexOf(entry.level) < least) return;
    const time = new Date(now()).toISOString().slice(0, 19);
    const mark = entry.level === 'warn' || entry.level === 'error' ? `${entry.level}: ` : '';
    out.write(`${time}Z ${mark}${oneLine(entry.message)}\n`);
  };
}
