import { readFileSync } from 'node:fs';

import { UsageError } from '@erply-kit/command-line';

/** A key of a config file, and where it stands. */
export interface ConfigEntry {
  readonly key: string;
  readonly value: unknown;
  /** `line 3 of FILE` */
  readonly place: string;
}

const mostCharacters = 1_000_000;

/**
 * Reads a file of options, in YAML or JSON, which is YAML too.
 * @throws UsageError naming the place. No message quotes the file: it may hold a secret in the wrong place.
 */
export async function readConfig(path: string): Promise<ConfigEntry[]> {
  const text = readText(path);
  // Whoever has no such file need not load what reads it.
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    maxAliasCount: 0,
  } as never);
  const placeOf = (offset: number) => `line ${lines.linePos(offset).line} of ${path}`;
  const [problem] = [...document.errors, ...document.warnings];
  if (problem)
    throw new UsageError(
      `${placeOf(problem.pos[0])} is not YAML or JSON (${problem.code}); is the file whole?`,
    );
  const { contents } = document;
  if (contents === null) throw new UsageError(`the file ${path} is empty`);
  if (!isMap(contents))
    throw new UsageError(`the file ${path} has to hold options by name, such as every: 5m`);
  return contents.items.map(({ key, value }) => {
    const place = placeOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    const json = value && typeof value === 'object' && 'toJSON' in value ? value.toJSON() : value;
    return { key: isScalar(key) ? String(key.value) : '', value: json, place };
  });
}

function readText(path: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`the file ${path} cannot be read (${code ?? 'unknown reason'})`);
  }
  if (text.length > mostCharacters || text.includes('\0'))
    throw new UsageError(`the file ${path} is not a text of options`);
  return text;
}
