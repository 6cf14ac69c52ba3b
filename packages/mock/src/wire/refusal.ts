/** Why a request or sub-request was not carried out. */
export interface Refusal {
  /** Erply's error code. */
  readonly code: number;
  /** The parameter that is wrong. */
  readonly field?: string;
  /** Noted by the fake beside Erply's answer: what it would need to be served. */
  readonly note?: string;
}

/** Thrown by handlers to refuse a call. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`refused with ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** Refuses the call with Erply's code. */
export function refuse(code: number, field?: string, note?: string): never {
  throw new RefusalError({
    code,
    ...(field === undefined ? {} : { field }),
    ...(note === undefined ? {} : { note }),
  });
}
