/** The longest boundary that a form may have (RFC 2046). */
const maxBoundary = 70;

/** The boundary of a form whose first line is one: what was sent counts more than what the header says of it. */
export function leadingBoundary(body: string): string | undefined {
  if (!body.startsWith('--')) return undefined;
  const lineEnd = body.indexOf('\r\n');
  const boundary = body.slice(2, lineEnd);
  return lineEnd > 2 && boundary.length <= maxBoundary && !/["\\]/.test(boundary) ? boundary : undefined;
}

/** The fields of a multipart form, files left out. What follows a broken part is not seen. */
export async function multipartFields(
  body: string,
  boundary: string,
): Promise<readonly (readonly [string, string])[]> {
  // Loaded at the first such form: most clients send none.
  const { Busboy } = await import('@fastify/busboy');
  const fields: (readonly [string, string])[] = [];
  const parser = new Busboy({
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    limits: { fieldSize: body.length * 4 },
    isPartAFile: (_name, _type, fileName) => fileName !== undefined,
  });
  await new Promise<void>((resolve) => {
    parser.on('field', (name, value) => fields.push([name, value]));
    parser.on('file', (_name, file) => file.resume());
    // A form that breaks off is an error first and finished all the same.
    parser.on('error', () => {});
    parser.on('finish', resolve);
    parser.end(Buffer.from(body, 'utf8'));
  });
  return fields;
}
