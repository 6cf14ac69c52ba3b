import { readFile } from 'node:fs/promises';

import { FeedError } from './feed-error.ts';
import { type FeedMeta, metaPathOf } from './feed-meta.ts';
import { fileFailure } from './files/file-failure.ts';
import { findTarget } from './files/target-file.ts';

/** The meta file of an account with thousands of warehouses has less than a tenth of it. */
const mostBytes = 16 * 1024 * 1024;

/** What the meta file says that is about to be replaced. */
export interface PreviousMeta {
  readonly path: string;
  /** The file as it is: two runs never write the same. `undefined` when there is none. */
  readonly text: string | undefined;
  readonly meta: Pick<FeedMeta, 'generatedAt' | 'clientCode' | 'warehouses' | 'policy'> | undefined;
}

/** Reads the meta files beside the outputs. One that is not a meta file of this program is never replaced. */
export async function readPreviousMetas(
  outputs: readonly { readonly path: string }[],
): Promise<PreviousMeta[]> {
  const paths = new Set(outputs.map(({ path }) => metaPathOf(path)));
  return await Promise.all([...paths].sort().map(readPreviousMeta));
}

/** Reads one of them; call it again to see whether another run has replaced it meanwhile. */
export async function readPreviousMeta(path: string): Promise<PreviousMeta> {
  const { existing } = await findTarget(path);
  if (!existing) return { path, text: undefined, meta: undefined };
  if (existing.size > mostBytes) throw notMeta(path);
  try {
    const text = await readFile(path, 'utf8');
    return { path, text, meta: parsed(text, path) };
  } catch (error) {
    throw fileFailure(error, `read ${path}`);
  }
}

function parsed(text: string, path: string): PreviousMeta['meta'] {
  try {
    const meta: unknown = JSON.parse(text);
    if (isMeta(meta)) return meta;
  } catch {
    // The message of JSON.parse would quote the file.
  }
  throw notMeta(path);
}

function isMeta(value: unknown): value is NonNullable<PreviousMeta['meta']> {
  const meta = value as Partial<FeedMeta> | null;
  return (
    Number.isFinite(Date.parse(String(meta?.generatedAt))) &&
    typeof meta?.clientCode === 'string' &&
    Array.isArray(meta.policy?.warehouses) &&
    Array.isArray(meta.warehouses) &&
    meta.warehouses.every(
      (one) => Number.isSafeInteger(one?.warehouseID) && Number.isSafeInteger(one.stockRows),
    )
  );
}

function notMeta(path: string): FeedError {
  return new FeedError(`${path} is not a meta file of this program: move it away, or give another --out`);
}
