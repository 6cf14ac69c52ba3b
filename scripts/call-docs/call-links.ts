/** Turns the names of calls into links to their pages; one on its own page, in code or in a link stays as it is. */
export function withCallLinks(page: string, own: string, files: ReadonlyMap<string, string>): string {
  const names = [...files.keys()].filter((name) => name !== own).sort((a, b) => b.length - a.length);
  if (names.length === 0) return page;
  const name = new RegExp(`(?<![\\w/[])(${names.join('|')})(?![\\w\\]])`, 'g');
  // Fenced blocks and code spans stay apart by their backticks.
  return page
    .split(/(```[\s\S]*?```|`[^`\n]*`|<!--[\s\S]*?-->|^#.*$)/m)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(name, (call) => `[${call}](${files.get(call)})`),
    )
    .join('');
}
