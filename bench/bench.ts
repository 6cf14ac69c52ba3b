import type { InstalledPackages } from './installed-packages.ts';

/** One line of the table at the end. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
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
}
