/** What JSON leaves as it is and a terminal obeys. */
const unescaped = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A value on a line of its own, for machines; a terminal can show it too. */
export function jsonLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(unescaped, escaped)}\n`;
}
