/** A quota as it was at one moment, in tenths of a unit. */
export interface SavedQuota {
  readonly limitTenths: number;
  readonly usedTenths: number;
  /** Hours since 1970; `null` before the first request. */
  readonly hour: number | null;
  readonly byCall: readonly (readonly [call: string, tenths: number])[];
}

/**
 * The requests that an account may make in one clock hour. Counted in tenths of a unit, so that sub-requests of bulk
 * requests add up exactly.
 */
export class Quota {
  #limitTenths: number;
  #usedTenths = 0;
  #hour = Number.NaN;
  readonly #byCall = new Map<string, number>();

  constructor(limitUnits: number) {
    this.#limitTenths = Math.round(limitUnits * 10);
  }

  /** All of the hour's quota is used up. */
  isUsedUp(now: number): boolean {
    this.#turn(now);
    return this.#usedTenths >= this.#limitTenths;
  }

  charge(now: number, call: string, tenths: number): void {
    this.#turn(now);
    this.#usedTenths += tenths;
    this.#byCall.set(call, (this.#byCall.get(call) ?? 0) + tenths);
  }

  /** Takes back what a call was charged. */
  refund(call: string, tenths: number): void {
    this.#usedTenths -= tenths;
    this.#byCall.set(call, (this.#byCall.get(call) ?? 0) - tenths);
  }

  read(now: number) {
    this.#turn(now);
    const byCall = Object.fromEntries([...this.#byCall].map(([call, tenths]) => [call, tenths / 10]));
    return { limit: this.#limitTenths / 10, used: this.#usedTenths / 10, hour: this.#hour * 3600, byCall };
  }

  set(
    now: number,
    change: { readonly limit?: number | undefined; readonly used?: number | undefined },
  ): void {
    this.#turn(now);
    if (change.limit !== undefined) this.#limitTenths = Math.round(change.limit * 10);
    if (change.used !== undefined) this.#usedTenths = Math.round(change.used * 10);
  }

  save(): SavedQuota {
    return {
      limitTenths: this.#limitTenths,
      usedTenths: this.#usedTenths,
      hour: Number.isNaN(this.#hour) ? null : this.#hour,
      byCall: [...this.#byCall],
    };
  }

  load({ limitTenths, usedTenths, hour, byCall }: SavedQuota): void {
    this.#limitTenths = limitTenths;
    this.#usedTenths = usedTenths;
    this.#hour = hour ?? Number.NaN;
    this.#byCall.clear();
    for (const [call, tenths] of byCall) this.#byCall.set(call, tenths);
  }

  #turn(now: number): void {
    const hour = Math.floor(now / 3600);
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#usedTenths = 0;
    this.#byCall.clear();
  }
}
