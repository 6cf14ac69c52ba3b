import { phpRound } from '@erply-kit/schemas';

/** Millionths: nothing that is bought or sold has more decimals. */
const scale = 1_000_000;

/** So far whole numbers are exact. */
const room = 2 ** 52;

/** A sum of decimals that loses nothing, however many there are. */
export class ExactSum {
  #millionths = 0;
  /** What no longer has room there. */
  #more = 0n;

  /** Adds a number with six decimals at most; further ones are rounded as PHP does. */
  add(value: number): void {
    this.#millionths += Math.round(phpRound(value, 6) * scale);
    if (Math.abs(this.#millionths) < room) return;
    this.#more += BigInt(this.#millionths);
    this.#millionths = 0;
  }

  /** With so many decimals; halves go away from zero. */
  toFixed(decimals: 2 | 6): string {
    const all = this.#more + BigInt(this.#millionths);
    const unit = decimals === 2 ? 10_000n : 1n;
    const size = ((all < 0n ? -all : all) + unit / 2n) / unit;
    const digits = String(size).padStart(decimals + 1, '0');
    const sign = all < 0n && size !== 0n ? '-' : '';
    return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  /** With no more decimals than it has. */
  toText(): string {
    return this.toFixed(6).replace(/\.?0+$/, '');
  }
}
