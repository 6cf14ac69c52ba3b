/** The states that this process has served, oldest first: nobody can say what has changed since another one. */
export interface IssuedSequences {
  /** @param nowMs this machine's clock when the state took its place */
  note(sequence: number, nowMs: number): void;
  /**
   * The sequence to answer from. `undefined` for one that this process has not given out, or has forgotten.
   *
   * @param from a sequence, or Unix seconds by this machine's clock: then the state that was served when that second began.
   */
  resolve(from: number): number | undefined;
}

/** Sequences are milliseconds, and as such beyond it since 1973. */
const firstSequence = 100_000_000_000;

/** @param most how many are remembered */
export function createIssuedSequences(most: number): IssuedSequences {
  const issued: { readonly sequence: number; readonly atMs: number }[] = [];
  return {
    note(sequence, nowMs) {
      const last = issued.at(-1);
      if (sequence === last?.sequence) return;
      // A clock that is set back must not make a state older than the one before.
      issued.push({ sequence, atMs: Math.max(nowMs, last?.atMs ?? 0) });
      if (issued.length > most) issued.shift();
    },
    resolve(from) {
      const isAsked = ({ sequence, atMs }: (typeof issued)[number]) =>
        from >= firstSequence ? sequence === from : atMs < from * 1000;
      return issued.findLast(isAsked)?.sequence;
    },
  };
}
