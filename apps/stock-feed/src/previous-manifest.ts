import { readFile } from 'node:fs/promises';

import { FeedError } from './feed-error.ts';
import type { FeedManifest } from './feed-manifest.ts';
import { fileFailure } from './files/file-failure.ts';
import { findTarget } from './files/target-file.ts';

/** The manifest of an account with thousands of warehouses has less than a tenth of it. */
const mostBytes = 16 * 1024 * 1024;

/** What the manifest says that is about to be replaced. */
export interface PreviousManifest {
  readonly path: string;
  /** The file as it is: two runs never write the same. `undefined` when there is none. */
  readonly text: string | undefined;
  readonly manifest:
    | Pick<FeedManifest, 'generatedAt' | 'clientCode' | 'warehouses' | 'policy' | 'groups' | 'files'>
    | undefined;
}

/** Reads the manifests beside the outputs. One that is not a manifest of this program is never replaced. */
export async function readPreviousManifests(
  outputs: readonly { readonly manifest: string }[],
): Promise<PreviousManifest[]> {
  const paths = new Set(outputs.map(({ manifest }) => manifest));
  return await Promise.all([...paths].sort().map(readPreviousManifest));
}

/** Reads one of them; call it again to see whether another run has replaced it meanwhile. */
export async function readPreviousManifest(path: string): Promise<PreviousManifest> {
  const { existing } = await findTarget(path);
  if (!existing) return { path, text: undefined, manifest: undefined };
  if (existing.size > mostBytes) throw notManifest(path);
  try {
    const text = await readFile(path, 'utf8');
    return { path, text, manifest: parsed(text, path) };
  } catch (error) {
    throw fileFailure(error, `read ${path}`);
  }
}

function parsed(text: string, path: string): PreviousManifest['manifest'] {
  try {
    const manifest: unknown = JSON.parse(text);
    if (isManifest(manifest)) return manifest;
  } catch {
    // The message of JSON.parse would quote the file.
  }
  throw notManifest(path);
}

function isManifest(value: unknown): value is NonNullable<PreviousManifest['manifest']> {
  const manifest = value as Partial<FeedManifest> | null;
  return (
    Number.isFinite(Date.parse(String(manifest?.generatedAt))) &&
    typeof manifest?.clientCode === 'string' &&
    Array.isArray(manifest.policy?.warehouses) &&
    Array.isArray(manifest.files) &&
    Array.isArray(manifest.warehouses) &&
    manifest.warehouses.every(
      (one) => Number.isSafeInteger(one?.warehouseID) && Number.isSafeInteger(one.stockRows),
    )
  );
}

function notManifest(path: string): FeedError {
  return new FeedError(`${path} is not a manifest of this program: move it away, or give another --out`);
}
