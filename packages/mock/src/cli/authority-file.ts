import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { authorityName } from '../tls/make-certificate.ts';
import { checkOutputFolder } from './output-folder.ts';
import { UsageError } from './usage-error.ts';

/**
 * Takes a file for the certificate that clients have to trust, and answers how to write it.
 * @throws UsageError where there is no such folder, or something else is in the file.
 */
export function openAuthorityFile(path: string): (ca: string) => void {
  checkOutputFolder('tls-ca', path);
  // The certificates of the system, above all.
  if (existsSync(path) && !isAuthorityFile(path))
    throw new UsageError(`--tls-ca: ${path} is something else, and stays as it is; name another file`);
  return (ca) => writeFileSync(path, ca);
}

function isAuthorityFile(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8');
    const count = text.split('-----BEGIN ').length - 1;
    return text === '' || (count === 1 && new X509Certificate(text).subject === `CN=${authorityName}`);
  } catch {
    return false;
  }
}
