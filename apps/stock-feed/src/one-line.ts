/** A text for a terminal or a log: names of warehouses may hold line ends and control characters. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
