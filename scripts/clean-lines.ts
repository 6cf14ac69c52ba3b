/** Control characters, other ends of lines, and what turns the direction of writing round. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** Lines of another program, or with values from a file, for a terminal: they cannot move the cursor. */
export function cleanLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(unprintable, ' '))
    .join('\n');
}
