/** A bench that cannot measure here, because something that not every machine has is missing: one line, not a failure. */
export class SkippedBench extends Error {}
