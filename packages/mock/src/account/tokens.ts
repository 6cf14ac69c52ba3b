import { createHash } from 'node:crypto';

/** What a token says. Whom it is for: `identity` opens sessions, `services` is for the REST services. */
export interface TokenClaims {
  readonly use: 'identity' | 'services';
  readonly clientCode: string;
  readonly userName: string;
  /** The session that it was made in. */
  readonly sessionNumber: number;
}

/** A token that was read, or why it cannot be: 1191 for what is not a token of ours, 1194 for one that ran out. */
export type ReadToken =
  | (Partial<TokenClaims> & { readonly expiresAt: number })
  | { readonly code: 1191 | 1194 };

const issuer = 'erply-mock';
const algorithm = 'HS256';

/** Ours have some 300 characters; what is longer is not taken apart. */
const longestToken = 10_000;

/**
 * Signs and reads JSON Web Tokens. The key depends on the seed alone, so that the same seed gives the same tokens; they
 * guard made-up data.
 */
export class Tokens {
  readonly #key: Uint8Array;

  constructor(seed: number) {
    this.#key = createHash('sha256').update(`erply-mock/tokens/${seed}`).digest();
  }

  /** A token that is good from `now` on, for so many seconds. */
  async sign(claims: TokenClaims, now: number, seconds: number): Promise<string> {
    // Loaded at the first token: most starts of the fake see none.
    const { SignJWT } = await import('jose');
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(this.#key);
  }

  async read(token: string, now: number): Promise<ReadToken> {
    if (token.length > longestToken) return { code: 1191 };
    const { errors, jwtVerify } = await import('jose');
    try {
      const rules = { algorithms: [algorithm], issuer, currentDate: new Date(now * 1000) };
      const { payload } = await jwtVerify(token, this.#key, { ...rules, requiredClaims: ['exp'] });
      return { ...(payload as Partial<TokenClaims>), expiresAt: payload.exp ?? now };
    } catch (error) {
      return { code: error instanceof errors.JWTExpired ? 1194 : 1191 };
    }
  }
}
