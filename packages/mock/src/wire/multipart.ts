import type { ParameterValue } from '@erply-kit/schemas';

import { isBlank, readDisposition } from './disposition.ts';
import { setVariable } from './php-variables.ts';
import type { FormVariables } from './urlencoded.ts';

/** How much of a multipart form is read. */
export interface MultipartLimits {
  readonly mostFields: number;
  /** Parts, files included, that have a `Content-Disposition`. */
  readonly mostParts: number;
}

const noLimits: MultipartLimits = {
  mostFields: Number.POSITIVE_INFINITY,
  mostParts: Number.POSITIVE_INFINITY,
};

/** What was read of a multipart form. */
export interface MultipartVariables extends FormVariables {
  /** Parts with a `Content-Disposition`; the boundary has not been found when there is none. */
  readonly parts: number;
  /** Reading has ended at the last of them, because it has no name that PHP reads. */
  readonly isGarbled: boolean;
  /** Reading has ended at the last of them, because headers are beyond `headerLimits`. */
  readonly isTooLarge?: boolean;
}

/** How large the headers of one part may be, which is what Node reads of a request, and how many lines those of all. */
export const headerLimits = { bytesOfPart: 16 * 1024, lines: 400_000 } as const;

interface Line {
  /** Up to a NUL, which ends a text in PHP's reader. */
  readonly text: string;
  /** Where the next one begins. */
  readonly next: number;
}

/** The line that begins at a position; a last one without a line end is not there for PHP. */
function lineAt(body: string, at: number): Line | undefined {
  const end = body.indexOf('\n', at);
  if (end === -1) return undefined;
  const text = body.slice(at, end > at && body[end - 1] === '\r' ? end - 1 : end);
  const nulAt = text.indexOf('\0');
  return { text: nulAt === -1 ? text : text.slice(0, nulAt), next: end + 1 };
}

/** Where the headers of the next part begin: after a line that is the delimiter, and nothing else. */
function nextHeadersAt(body: string, delimiter: string, from: number): number | undefined {
  const nextLine = (after: number) => {
    const lineEnd = body.indexOf(`\n${delimiter}`, after);
    return lineEnd === -1 ? undefined : lineEnd + 1;
  };
  let at = body.startsWith(delimiter, from) ? from : nextLine(from);
  while (at !== undefined) {
    const line = lineAt(body, at);
    if (line?.text === delimiter) return line.next;
    at = nextLine(at);
  }
  return undefined;
}

/** Headers of a part: its first `Content-Disposition`, where its content begins, and how many lines there were. */
interface PartHeaders {
  readonly disposition: string | undefined;
  readonly contentAt: number;
  readonly lines: number;
}

function readHeaders(body: string, from: number): PartHeaders {
  let lines = 0;
  let disposition: string | undefined;
  let isFolding = false;
  let at = from;
  for (let line = lineAt(body, at); line !== undefined; line = lineAt(body, at)) {
    at = line.next;
    lines += 1;
    if (line.text === '' || at - from > headerLimits.bytesOfPart) break;
    const colonAt = isBlank(line.text.charCodeAt(0)) ? -1 : line.text.indexOf(':');
    // A line without a colon, or one that begins with a blank, goes on with the header before it.
    if (colonAt === -1) disposition = isFolding ? `${disposition}${line.text}` : disposition;
    else {
      const name = line.text.slice(0, colonAt);
      isFolding = disposition === undefined && name.toLowerCase() === 'content-disposition';
      if (isFolding) disposition = line.text.slice(colonAt + 1);
    }
  }
  return { disposition, contentAt: at, lines };
}

/** Where the content of a part ends, and what of it is the line end before the boundary. */
function contentEnd(body: string, delimiter: string, from: number): number {
  const closing = `\n${delimiter}`;
  let end = body.indexOf(closing, from);
  if (end === -1) {
    // In a form that breaks off, what may have become the boundary does not belong to the content.
    const lineEnd = body.lastIndexOf('\n');
    if (lineEnd < from || !closing.startsWith(body.slice(lineEnd))) return body.length;
    end = lineEnd;
  }
  return end > from && body[end - 1] === '\r' ? end - 1 : end;
}

/**
 * Reads a multipart form as PHP does, files left out. PHP forgives a lot, such as line feeds alone, folded headers, names
 * without quotes and parts after the end, and gives up silently on the rest; no library draws the same line.
 */
export function readMultipart(
  body: string,
  boundary: string,
  limits: MultipartLimits = noLimits,
): MultipartVariables {
  const delimiter = `--${boundary}`;
  const values = new Map<string, ParameterValue>();
  let count = 0;
  let parts = 0;
  let headerLines = 0;
  let at: number | undefined = 0;
  while (parts < limits.mostParts) {
    at = nextHeadersAt(body, delimiter, at);
    if (at === undefined) break;
    const { disposition, contentAt, lines } = readHeaders(body, at);
    headerLines += lines;
    if (contentAt - at > headerLimits.bytesOfPart || headerLines > headerLimits.lines)
      return { values, count, parts, isGarbled: false, isTooLarge: true };
    at = contentAt;
    if (disposition === undefined) continue;
    parts += 1;
    const { name, isFile } = readDisposition(disposition);
    if (name === undefined && !isFile) return { values, count, parts, isGarbled: true };
    at = contentEnd(body, delimiter, contentAt);
    if (isFile || name === undefined) continue;
    count += 1;
    if (count <= limits.mostFields) setVariable(values, name, body.slice(contentAt, at));
  }
  return { values, count, parts, isGarbled: false };
}
