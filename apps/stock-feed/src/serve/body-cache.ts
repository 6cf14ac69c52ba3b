import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Encoding } from './accept-encoding.ts';

type Bytes = Buffer<ArrayBuffer>;

/** A body in every form that was asked for. */
export interface Body {
  /** Names what is in it. */
  readonly hash: string;
  encoded(encoding: Encoding): Promise<Bytes>;
}

/** Bodies of the current state: each is made once, and compressed once, however many ask at the same time. */
export interface BodyCache {
  /** The body of a name, made by `make` where it is not there. */
  get(name: string, make: () => Promise<Bytes>): Promise<Body>;
  /** A new state has no use for those of the old one. Who is reading one of them keeps it. */
  clear(): void;
}

/** @param mostBytes kept between requests, compressed ones included; the ones that were used longest ago go first */
export function createBodyCache(mostBytes: number): BodyCache {
  const bodies = new Map<string, { body: Promise<Body>; bytes: number }>();
  const shrink = () => {
    let total = 0;
    for (const { bytes } of bodies.values()) total += bytes;
    for (const [name, { bytes }] of bodies) {
      if (total <= mostBytes) return;
      bodies.delete(name);
      total -= bytes;
    }
  };
  return {
    get(name, make) {
      const known = bodies.get(name);
      bodies.delete(name);
      const entry = known ?? { body: Promise.resolve().then(make).then(bodyOf), bytes: 0 };
      bodies.set(name, entry);
      if (!known) entry.body.catch(() => bodies.delete(name));
      return entry.body;

      function bodyOf(text: Bytes): Body {
        entry.bytes = text.length;
        shrink();
        return createBody(text, (bytes) => {
          entry.bytes += bytes;
          shrink();
        });
      }
    },
    clear: () => bodies.clear(),
  };
}

function createBody(text: Bytes, onMore: (bytes: number) => void): Body {
  const compressed = new Map<Encoding, Promise<Bytes>>();
  return {
    hash: createHash('sha256').update(text).digest('base64url').slice(0, 22),
    encoded(encoding) {
      if (encoding === 'identity') return Promise.resolve(text);
      const known = compressed.get(encoding);
      if (known) return known;
      const made = compress(text, encoding);
      compressed.set(encoding, made);
      made.then(
        ({ length }) => onMore(length),
        () => compressed.delete(encoding),
      );
      return made;
    },
  };
}

/** Brotli's own default takes 50 times as long as this, for a tenth less. */
const brotliQuality = 5;

function compress(text: Bytes, encoding: Exclude<Encoding, 'identity'>): Promise<Bytes> {
  if (encoding === 'gzip') return promisify(gzip)(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return promisify(brotliCompress)(text, { params });
}
