/** What JSON leaves as it is and a terminal obeys. */
const unescaped = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A line of JSON as it is, with what a terminal would obey in the spelling of JSON. */
export function escapeControls(json: string): string {
  return json.replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value on a line of its own, for machines; a terminal can show it too. */
export function jsonLine(value: unknown): string {
  return `${escapeControls(JSON.stringify(value))}\n`;
}
