/** The longest boundary that a form may have (RFC 2046). */
const maxBoundary = 70;

/** A multipart form: what stands between its parts, and how its lines end. */
export interface Multipart {
  readonly boundary: string;
  readonly lineEnd: '\r\n' | '\n';
}

/**
 * What a multipart form says of itself in its first line. It is looked at before the header: some clients send such a
 * form under the header of the other kind.
 */
export function multipartOf(body: string): Multipart | undefined {
  if (!body.startsWith('--')) return undefined;
  const line = body.slice(0, maxBoundary + 4).split('\n', 1)[0] ?? '';
  const lineEnd = line.endsWith('\r') ? '\r\n' : '\n';
  const boundary = line.slice(2).trimEnd();
  const isWhole = boundary !== '' && body.startsWith(`--${boundary}${lineEnd}`);
  return isWhole ? { boundary, lineEnd } : undefined;
}

/** The name of a part. Quotes around it are left out by some; what kind of disposition it is does not matter. */
function nameOf(headers: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  // A file is no parameter.
  if (/;\s*filename\*?=/i.test(disposition)) return undefined;
  const quoted = /;\s*name="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  return quoted?.replace(/\\(["\\])/g, '$1') ?? /;\s*name=([^;\s]+)/i.exec(disposition)?.[1];
}

/**
 * The fields of a multipart form, files left out. As forgiving as PHP, which is why no library reads it: curl calls
 * the parts attachments when another Content-Type is forced on it, .NET leaves out the quotes around names.
 */
export function* multipartFields(
  body: string,
  { boundary, lineEnd }: Multipart,
): Generator<readonly [string, string]> {
  const [, ...parts] = `${lineEnd}${body}`.split(`${lineEnd}--${boundary}`);
  for (const part of parts) {
    if (part.startsWith('--')) return;
    const headersEnd = part.indexOf(lineEnd + lineEnd);
    if (headersEnd === -1) continue;
    const name = nameOf(part.slice(0, headersEnd));
    if (name !== undefined) yield [name, part.slice(headersEnd + 2 * lineEnd.length)];
  }
}
