import { closest } from '@erply-kit/schemas';

/** What an error repeats of a name from outside: its beginning, with control characters escaped. */
export const quoted = (name: string) => JSON.stringify(name.slice(0, 64));

/** More names than these are not listed in an error. */
const mostListed = 40;

/** Says that a name is unknown and which was probably meant, or else which there are. */
export function unknownName(claim: string, name: string, known: readonly string[]): string {
  const similar = closest(name, known);
  if (similar !== undefined) return `${claim} ${quoted(name)}; did you mean ${similar}?`;
  const list = known.length > mostListed ? '' : `; there are: ${known.join(', ')}`;
  return `${claim} ${quoted(name)}${list}`;
}
