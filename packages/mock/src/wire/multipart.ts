/** The longest boundary that a form may have (RFC 2046). */
const maxBoundary = 70;

/** A multipart form: what stands between its parts, and how its lines end. */
export interface Multipart {
  readonly boundary: string;
  readonly lineEnd: '\r\n' | '\n';
}

/** The form that the first line of a body opens, if it does. */
function leading(body: string): Multipart | undefined {
  if (!body.startsWith('--')) return undefined;
  const [line = '', rest] = body.slice(0, maxBoundary + 4).split('\n', 2);
  const boundary = line.slice(2).trimEnd();
  if (rest === undefined || boundary === '') return undefined;
  return { boundary, lineEnd: line.endsWith('\r') ? '\r\n' : '\n' };
}

/** The form that the header tells of, if its boundary is in the body: after a preamble, that is. */
function announced(body: string, contentType: string): Multipart | undefined {
  const [, quoted, bare] = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || !body.includes(`\n--${boundary}`)) return undefined;
  return { boundary, lineEnd: body.includes(`\r\n--${boundary}`) ? '\r\n' : '\n' };
}

/** Which multipart form a body is. It is looked at before the header, which some clients send of the other kind. */
export const multipartOf = (body: string, contentType: string): Multipart | undefined =>
  leading(body) ?? announced(body, contentType);

/** The name of a part. Quotes around it are left out by some; what kind of disposition it is does not matter. */
function nameOf(headers: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  // A file is no parameter.
  if (/;\s*filename\*?=/i.test(disposition)) return undefined;
  const [, double, single, bare] =
    /;\s*name=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^;\s]+))/i.exec(disposition) ?? [];
  return double?.replace(/\\(["\\])/g, '$1') ?? single ?? bare;
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
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('--')) return;
    const headersEnd = part.indexOf(lineEnd + lineEnd);
    if (headersEnd === -1) continue;
    const name = nameOf(part.slice(0, headersEnd));
    const value = part.slice(headersEnd + 2 * lineEnd.length);
    // The last part of a form that breaks off still has the line end that belongs to the boundary.
    const isUnclosed = index === parts.length - 1 && value.endsWith(lineEnd);
    if (name !== undefined) yield [name, isUnclosed ? value.slice(0, -lineEnd.length) : value];
  }
}
