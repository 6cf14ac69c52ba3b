/** Control characters, other ends of lines, and what turns the direction of writing round. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text from outside for a terminal or a log: it can neither end the line nor move the cursor. */
export function oneLine(text: string): string {
  return text.replace(unprintable, ' ');
}
