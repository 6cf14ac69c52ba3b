import type { Example, ExampleLine } from './example.ts';

/** A file for the compiler. */
export interface ExampleProgram {
  readonly example: Example;
  readonly text: string;
  /** Which line of the example's file each line of the text is; the last line before it for what was put in. */
  readonly lines: readonly number[];
}

/** Makes a file of an example. `known` holds the names that a fragment may use without importing them, by specifier. */
export function exampleProgram(
  example: Example,
  known: ReadonlyMap<string, readonly string[]>,
): ExampleProgram {
  const first = example.lines[0]?.line ?? 1;
  const put = (text: string): ExampleLine => ({ text, line: first });
  if (example.kind === 'program') return programOf(example, [...example.lines, put('export {};')]);
  const { imports, body } = withoutImports(example.lines);
  const missing = missingImports({ imports, body, known }).map(put);
  // In a block, so that what the example declares may have the name of what it could have imported.
  return programOf(example, [...missing, ...imports, put('export {};'), put('{'), ...body, put('}')]);
}

function programOf(example: Example, lines: readonly ExampleLine[]): ExampleProgram {
  return {
    example,
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    lines: lines.map(({ line }) => line),
  };
}

interface Parts {
  readonly imports: readonly ExampleLine[];
  readonly body: readonly ExampleLine[];
}

/** Import statements apart from the rest: they cannot stand in a block. */
function withoutImports(lines: readonly ExampleLine[]): Parts {
  const imports: ExampleLine[] = [];
  const body: ExampleLine[] = [];
  let isImport = false;
  for (const one of lines) {
    isImport ||= /^import[\s{*'"]/.test(one.text);
    (isImport ? imports : body).push(one);
    if (/['"];?\s*(\/\/.*)?$/.test(one.text)) isImport = false;
  }
  return { imports, body };
}

function missingImports({
  imports,
  body,
  known,
}: Parts & { known: ReadonlyMap<string, readonly string[]> }): string[] {
  const own = wordsOf(imports);
  const used = wordsOf(body);
  const taken = new Set<string>();
  return [...known].flatMap(([specifier, names]) => {
    const wanted = names.filter((name) => used.has(name) && !own.has(name) && !taken.has(name));
    for (const name of wanted) taken.add(name);
    return wanted.length > 0 ? [`import { ${wanted.join(', ')} } from '${specifier}';`] : [];
  });
}

function wordsOf(lines: readonly ExampleLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.match(/[A-Za-z_$][\w$]*/g) ?? []));
}
