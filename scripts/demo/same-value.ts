/** How Erply writes that there is nothing; the copy has its own ways. */
const unset: readonly unknown[] = [undefined, null, '', 0, '0', '0000-00-00'];

/**
 * Whether a value as it came over the wire and the copy's value are the same: Erply writes numbers inside quotes here
 * and there, and nothing in several ways. Written anew on purpose, so that a mistake of the codecs shows.
 */
export function isSameValue(wire: unknown, copy: unknown): boolean {
  if (wire === copy || (unset.includes(wire) && unset.includes(copy))) return true;
  if (typeof wire === 'string' && typeof copy === 'number')
    return wire.trim() !== '' && Number(wire) === copy;
  if (!isNested(wire) || !isNested(copy) || Array.isArray(wire) !== Array.isArray(copy)) return false;
  return [...new Set([...Object.keys(wire), ...Object.keys(copy)])].every((key) =>
    isSameValue(wire[key], copy[key]),
  );
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
