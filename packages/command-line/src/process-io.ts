import type { Variables } from '@erply-kit/client/environment';

/** A stream that text is written to. */
export interface Output {
  readonly isTTY?: boolean;
  /** Characters in a line of a terminal; follows its size. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Process input and output: all that a program gets from the machine that it runs on. */
export interface ProcessIO {
  readonly args: readonly string[];
  readonly env: Variables;
  /** A file of more variables; it need not exist. */
  readonly envFile?: string;
  /** The folder that relative paths begin at. */
  readonly cwd: string;
  /** Results. */
  readonly stdout: Output;
  /** Progress, and what went wrong. */
  readonly stderr: Output;
  /** Aborted with the name of the signal that ends the program. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
