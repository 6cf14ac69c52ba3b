import type { InstalledPackages } from './installed-packages.ts';

/** What a number counts. Less of it is better, except of what comes in a second. */
export type Unit = 'ms' | 'bytes' | 'perSecond';

/** One number that was measured. */
export interface Reading {
  readonly name: string;
  readonly amount: number;
  readonly unit: Unit;
}

/** One line of the table at the end. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  /** The number that `measured` shows first; a figure without one is left out of `--against`. */
  readonly value?: Omit<Reading, 'name'>;
  /** What the same run measured of the simplest thing that could do the job. */
  readonly floor?: string | undefined;
  /** Measured against the floor. */
  readonly ratio?: number | undefined;
  /** What has to be reached; a figure without one is for information. */
  readonly bar?: string;
  readonly isMet?: boolean;
}

export interface BenchContext {
  /** The packages as users install them: built, packed and installed once per run, at the first call. */
  installed(): Promise<InstalledPackages>;
}

export interface Bench {
  readonly name: string;
  /** One line for `--help`. */
  readonly about: string;
  run(context: BenchContext): Promise<readonly Figure[]>;
  /** What `--against` measures of each side; a bench without it cannot be compared with a commit. */
  readonly parts?: readonly BenchPart[];
}

/** A piece of a bench that one side may fail at while it can do the others. */
export interface BenchPart {
  readonly name: string;
  /** Measures packages once, in fresh processes. */
  measure(installed: InstalledPackages): Promise<readonly Reading[]>;
}

/** The numbers behind figures. */
export function readingsOf(figures: readonly Figure[]): Reading[] {
  return figures.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, ...value }]));
}
