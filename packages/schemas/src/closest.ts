/**
 * The name that was probably meant: the nearest of `names`, if it is so few mistakes away and no more than half of the
 * letters are wrong. A mistake is a letter that is wrong, missing, too many or swapped with its neighbour; upper and
 * lower case are the same.
 */
export function closest(name: string, names: readonly string[], mostMistakes = 3): string | undefined {
  if (name.length > 64) return undefined;
  const lower = name.toLowerCase();
  const most = Math.min(mostMistakes, Math.floor(name.length / 2));
  const ranked = names
    // Each letter too many or too few is a mistake.
    .filter((candidate) => Math.abs(candidate.length - name.length) <= most)
    .map((candidate) => ({ candidate, away: distance(lower, candidate.toLowerCase()) }))
    .sort((left, right) => left.away - right.away);
  const best = ranked[0];
  return best !== undefined && best.away <= most ? best.candidate : undefined;
}

/** Mistakes between two words: optimal string alignment. */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(last, column - 1) + (isSame ? 0 : 1),
          at(last, column) + 1,
          at(current, column - 1) + 1,
          isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;
