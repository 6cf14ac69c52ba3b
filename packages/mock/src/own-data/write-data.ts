import type { DataFormat } from './data-formats.ts';
import type { DataEntry } from './export-entries.ts';

type Writer = (entries: Iterable<DataEntry>) => Iterable<string> | Promise<Iterable<string>>;

/** Ends of lines for some readers, which JSON leaves as they are: `node:readline` splits there since Node 24. */
const lineEnds = /[\u0085\u2028\u2029]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function* ndjson(entries: Iterable<DataEntry>): Iterable<string> {
  for (const entry of entries) yield `${JSON.stringify(entry).replace(lineEnds, escaped)}\n`;
}

/** The list of a document that an entry stands in, and what stands there. */
function listed(entry: DataEntry): { list: string; item: object } {
  if ('record' in entry) return { list: entry.table, item: entry.record };
  const { deleted: _, ...item } = entry;
  return { list: 'deleted', item };
}

/** Deletions come last, since a document has one list of them. */
function* byList(entries: Iterable<DataEntry>): Iterable<{ list: string; item: object }> {
  const deletions: DataEntry[] = [];
  for (const entry of entries) {
    if ('record' in entry) yield listed(entry);
    else deletions.push(entry);
  }
  yield* deletions.map(listed);
}

function* json(entries: Iterable<DataEntry>): Iterable<string> {
  let current: string | undefined;
  yield '{';
  for (const { list, item } of byList(entries)) {
    const start = current === undefined ? '\n' : ']\n,';
    yield list === current ? ',\n' : `${start}${JSON.stringify(list)}:[\n`;
    yield JSON.stringify(item);
    current = list;
  }
  yield current === undefined ? '}\n' : ']\n}\n';
}

async function yaml(entries: Iterable<DataEntry>): Promise<Iterable<string>> {
  const { stringify } = await import('yaml');
  return (function* () {
    let current: string | undefined;
    for (const { list, item } of byList(entries)) {
      if (list !== current) yield `${list}:\n`;
      yield stringify([item], { lineWidth: 0 });
      current = list;
    }
    if (current === undefined) yield '{}\n';
  })();
}

const writers: Readonly<Record<DataFormat, Writer>> = { ndjson, json, yaml };

/** Writes data in a format, piece by piece. */
export const writeData = (format: DataFormat, entries: Iterable<DataEntry>) => writers[format](entries);
