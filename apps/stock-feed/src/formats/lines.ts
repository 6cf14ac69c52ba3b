/** No row is nearly as long. Without a bound, a large file of something else would be taken for one line. */
const longestLine = 1024 * 1024;

/**
 * Lines without their line feed, as many at a time as came together. Nothing else ends a line: a text inside JSON may
 * hold U+2028.
 */
export async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) throw new SyntaxError('a line is too long');
    yield parts;
  }
  if (rest !== '') throw new SyntaxError('the last line has no end');
}
