import { chaosEffect } from './chaos-effects.ts';
import type { FaultEffect } from './fault-rule.ts';
import { canMeet, type FaultCandidate } from './match.ts';

/** Faults at random, but the same ones for the same requests in the same order. */
export interface ChaosSettings {
  readonly seed: number;
  /** Of a hundred requests, how many meet an effect, by its name: `{ 'drop:after': 2, 'httpStatus:503': 0.5 }`. */
  readonly percent: Readonly<Record<string, number>>;
}

/** What chaos has done so far. */
export interface ChaosReading extends ChaosSettings {
  /** Requests for which the dice were thrown. */
  readonly rolls: number;
  readonly fired: Readonly<Record<string, number>>;
}

/** What a roll came to. */
export interface Roll {
  readonly name: string;
  readonly effect: FaultEffect;
}

/** Seeded faults of one account: one roll of the dice for each HTTP request. */
export class Chaos {
  readonly seed: number;
  readonly #percent: Readonly<Record<string, number>>;
  readonly #fired = new Map<string, number>();
  #rolls: number;

  /** The names in `percent` are those of effects. */
  constructor({ seed, percent, rolls, fired }: ChaosSettings & Partial<ChaosReading>) {
    this.seed = seed;
    this.#percent = percent;
    this.#rolls = rolls ?? 0;
    for (const name of Object.keys(percent)) this.#fired.set(name, fired?.[name] ?? 0);
  }

  /**
   * Rolls the dice for a request. `rollOf` gives the number from 0 to 100 of the nth roll. A request that cannot meet
   * what came of it, as a login cannot meet the end of its session, meets nothing.
   */
  roll(candidate: FaultCandidate, rollOf: (count: number) => number): Roll | undefined {
    this.#rolls += 1;
    let left = rollOf(this.#rolls);
    for (const [name, percent] of Object.entries(this.#percent)) {
      left -= percent;
      if (left >= 0) continue;
      const effect = chaosEffect(name);
      if (effect === undefined || !canMeet(effect, candidate)) return undefined;
      this.#count(name, 1);
      return { name, effect };
    }
    return undefined;
  }

  /** It did not come to it. */
  giveBack(name: string): void {
    this.#count(name, -1);
  }

  read(): ChaosReading {
    return {
      seed: this.seed,
      percent: this.#percent,
      rolls: this.#rolls,
      fired: Object.fromEntries(this.#fired),
    };
  }

  #count(name: string, by: number): void {
    this.#fired.set(name, (this.#fired.get(name) ?? 0) + by);
  }
}
