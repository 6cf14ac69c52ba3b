import { ErplyError } from '../errors/erply-error.ts';

/** Whose options or arguments are wrong. */
export interface Asked {
  /** As a program writes it: `createClient`, `getProducts.pages`. */
  readonly name: string;
  /** Erply's name of the call, where it is one. */
  readonly call?: string;
}

/** The error for a program that asks for something that cannot be. */
export function createMisuseError(asked: Asked, message: string): ErplyError {
  return new ErplyError(`${asked.name}: ${message}.`, { kind: 'usage', call: asked.call });
}
