import type { Environment, Variables } from '@erply-kit/client/environment';

export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What the program gets from the machine it runs on. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly env: Variables;
  /** A file of more variables; it need not exist. */
  readonly envFile?: string;
  /** Results. */
  readonly stdout: Output;
  /** Progress, and what went wrong. */
  readonly stderr: Output;
  /** Aborted with the name of the signal that ends the program. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a command gets. */
export interface CommandSurroundings extends Surroundings {
  /** Variables of `env` and `envFile`. */
  readonly environment: Environment;
}

/** Says that a signal ended the program, and gives the exit code that shells expect then. */
export function stoppedBy({ stderr, signal }: Surroundings): number {
  stderr.write('importer: stopped; run again to continue\n');
  return signal.reason === 'SIGINT' ? 130 : 143;
}
