/** How often a text stands in another, but not more than `most`: counting ends there. */
export function occurrences(text: string, part: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1 && count < most; at = text.indexOf(part, at + part.length))
    count += 1;
  return count;
}
