import { readFile } from 'node:fs/promises';
import { dirname, join, matchesGlob } from 'node:path';

import { parseSync, Visitor } from 'rolldown/utils';

import { isTest, sourceFiles } from '../source-files.ts';

/** The most bytes of a file with logic. */
export const ceilingBytes = 16 * 1024;

/** The most bytes of nine files in ten. */
const p90CeilingBytes = 8 * 1024;

/** The most files beside each other in one folder. */
const maxFilesOfFolder = 40;

/** Lists of facts: these may be longer, as long as they hold no functions with a body. */
const declarative = ['packages/schemas/src/calls/**', 'packages/schemas/src/errors/error-codes.ts'];

export interface SizeReport {
  readonly faults: readonly string[];
  /** Bytes of product code: tests left out. */
  readonly files: number;
  readonly medianBytes: number;
  readonly p90Bytes: number;
  readonly largest: { readonly file: string; readonly bytes: number };
}

/** Measures the TypeScript sources below a folder. */
export async function measureSources(root: string): Promise<SizeReport> {
  const faults: string[] = [];
  const product: { file: string; bytes: number }[] = [];
  for (const file of await sourceFiles(root)) {
    const text = await readFile(join(root, file), 'utf8');
    const bytes = Buffer.byteLength(text);
    const fault = bytes > ceilingBytes ? longFileFault(file, text, bytes) : undefined;
    if (fault) faults.push(fault);
    if (!isTest(file)) product.push({ file, bytes });
  }
  product.sort((a, b) => a.bytes - b.bytes);
  faults.push(...crowdedFolders(await sourceFiles(root)));
  const at = (share: number) => product[Math.floor((product.length - 1) * share)];
  const p90Bytes = at(0.9)?.bytes ?? 0;
  if (product.length >= 10 && p90Bytes > p90CeilingBytes)
    faults.push(`nine files in ten have up to ${p90Bytes} bytes; the ceiling is ${p90CeilingBytes}.`);
  return {
    faults,
    files: product.length,
    medianBytes: at(0.5)?.bytes ?? 0,
    p90Bytes,
    largest: at(1) ?? { file: 'none', bytes: 0 },
  };
}

/** Folders in which nobody finds anything. */
function crowdedFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > maxFilesOfFolder)
    .map(
      ([folder, count]) =>
        `${folder}: ${count} files beside each other; more than ${maxFilesOfFolder} want folders.`,
    );
}

function longFileFault(file: string, text: string, bytes: number): string | undefined {
  if (!declarative.some((pattern) => matchesGlob(file, pattern)))
    return `${file}: ${bytes} bytes; the ceiling is ${ceilingBytes}. Cut it in two that can be named.`;
  if (hasFunctionBody(file, text))
    return `${file}: ${bytes} bytes and a function with a body; only definitions without logic may pass ${ceilingBytes}.`;
  return undefined;
}

function hasFunctionBody(file: string, text: string): boolean {
  let found = false;
  const note = () => {
    found = true;
  };
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: ({ body }) => (body.type === 'BlockStatement' ? note() : undefined),
  }).visit(parseSync(file, text).program);
  return found;
}
