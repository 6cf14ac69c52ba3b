/** What a value takes where it stands, whatever it is. */
const slotBytes = 12;

/** About what a stored value takes of the memory: texts by their length, the rest by the number of its parts. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return slotBytes + value.length;
  if (typeof value !== 'object' || value === null) return slotBytes;
  let bytes = slotBytes;
  for (const part of Object.values(value)) bytes += slotBytes + bytesOf(part);
  return bytes;
}
