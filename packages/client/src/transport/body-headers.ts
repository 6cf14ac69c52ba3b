import type { TransportFile } from './transport.ts';

type BodyHeaders = Pick<TransportFile, 'contentLength' | 'hasFramedEnd' | 'contentEncoding'>;

/** What the headers of an answer say about its body: where it ends, and whether it is coded. */
export function readBodyHeaders(
  header: (name: string) => string | readonly string[] | undefined,
): BodyHeaders {
  const [length, framing, coding] = ['content-length', 'transfer-encoding', 'content-encoding'].map((name) =>
    String(header(name) ?? '')
      .trim()
      .toLowerCase(),
  );
  return {
    contentLength: /^\d+$/.test(length ?? '') ? Number(length) : undefined,
    // Any other transfer coding would have to be decoded, which no transport does.
    hasFramedEnd: framing === 'chunked',
    contentEncoding: coding === '' || coding === 'identity' ? undefined : coding,
  };
}
