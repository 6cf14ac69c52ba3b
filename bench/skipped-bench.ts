/** A bench that cannot measure here, for want of something it may do without: said in one line, and no failure. */
export class SkippedBench extends Error {}
