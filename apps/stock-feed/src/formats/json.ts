import type { FeedFormat } from './feed-format.ts';
import { ndjson } from './ndjson.ts';

/**
 * One JSON document: a list of objects, in UTF-8. Each row is a line of its own, so that it can be written and compared
 * piece by piece, however long the list is.
 */
export const json: FeedFormat = {
  fileName: 'stock.json',
  encoder(columns) {
    const { row: line } = ndjson.encoder(columns);
    let isFirst = true;
    return {
      start: '[',
      row(row) {
        const before = isFirst ? '\n' : ',\n';
        isFirst = false;
        return `${before}${line(row).trimEnd()}`;
      },
      end: '\n]\n',
    };
  },
  reader() {
    const rows = ndjson.reader();
    let state: 'before' | 'in' | 'after' = 'before';
    return {
      read(line) {
        if (state === 'after') throw new SyntaxError('there is text after the list');
        if (state === 'before') {
          if (line !== '[') throw new SyntaxError('it does not begin with a list');
          state = 'in';
          return undefined;
        }
        if (line === ']') {
          state = 'after';
          return undefined;
        }
        return rows.read(line.endsWith(',') ? line.slice(0, -1) : line);
      },
      end() {
        if (state !== 'after') throw new SyntaxError('the list does not end');
      },
    };
  },
};
