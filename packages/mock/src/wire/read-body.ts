/** Why the body of a request could not be read. */
export type UnreadableBody = 'tooLarge' | 'brokenOff';

/** Counts what comes in, for a request that does not say how long it is. */
async function readCounting(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<string | UnreadableBody> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return 'tooLarge';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `Request.text()` leaves out a byte order mark, which PHP takes for a part of the first name. */
async function readAnnounced(request: Request, announced: string | null): Promise<string> {
  const text = await request.text();
  return Buffer.byteLength(text) + 3 === Number(announced) ? `\ufeff${text}` : text;
}

/** Reads the body of a request as UTF-8, but not more than so many bytes. */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<{ readonly text: string } | UnreadableBody> {
  if (request.method === 'GET' || request.method === 'HEAD') return { text: '' };
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > maxBytes) return 'tooLarge';
  try {
    const text =
      announced !== null || request.body === null
        ? await readAnnounced(request, announced)
        : await readCounting(request.body, maxBytes);
    if (text === 'tooLarge' || text === 'brokenOff') return text;
    return { text };
  } catch {
    return 'brokenOff';
  }
}
