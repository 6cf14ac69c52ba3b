import { readFileSync } from 'node:fs';

/** The version that a `package.json` names. */
export function readVersion(manifest: URL): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
