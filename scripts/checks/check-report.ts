/** What a check has found. */
export interface CheckReport {
  /** One line for each thing that has to be mended; none when all is well. */
  readonly findings: readonly string[];
  /** What was looked at, in one line. */
  readonly summary: string;
}
