import { Chaos, type ChaosReading } from './chaos.ts';
import { type FaultEffect, type FaultMatch, type FaultRule, isDeciding } from './fault-rule.ts';
import { canMeet, type FaultCandidate, fits } from './match.ts';

/** A rule, and how often it has happened. */
export interface FaultReading {
  readonly id: number;
  readonly match: FaultMatch;
  /** How often it happens at most; `null` for each time that it matches. */
  readonly times: number | null;
  readonly effect: FaultEffect;
  readonly fired: number;
}

/** A fault that a request has met. It counts as fired, unless it is given back. */
export interface TakenFault {
  /** That of its rule, or 0 for one from the request's own header; those that chaos throws have none. */
  readonly id: number | undefined;
  readonly effect: FaultEffect;
  /** The sub-request that it was meant for. */
  readonly subRequest?: number;
  /** What to say of it beside its ID. */
  readonly note?: string;
  /** It did not come to it. */
  giveBack(): void;
}

/** The faults of one HTTP request: those that it met, and those of them that came to something. */
export interface InjectedFaults {
  readonly taken: readonly TakenFault[];
  readonly happened: Set<TakenFault>;
}

interface RuleState {
  readonly id: number;
  readonly rule: FaultRule;
  readonly bytes: number;
  /** Requests that the match fits, but for `nth`. */
  matched: number;
  fired: number;
}

/** Rules, counters and dice as plain data. */
export interface SavedFaults {
  readonly rules: readonly {
    readonly id: number;
    readonly rule: FaultRule;
    readonly matched: number;
    readonly fired: number;
  }[];
  readonly nextID: number;
  readonly chaos?: ChaosReading;
}

/** Rules that an account has at most. */
export const maxRules = 1000;

/** What a rule takes of the memory beside its text. */
const ruleBytes = 300;

const timesOf = ({ times, match }: FaultRule) => times ?? (match?.nth === undefined ? undefined : 1);

/** With `nth` it is that request or none, also where another rule comes first there. */
function isDue({ rule, matched, fired }: RuleState): boolean {
  const times = timesOf(rule) ?? Number.POSITIVE_INFINITY;
  const nth = rule.match?.nth;
  return nth === undefined ? fired < times : matched >= nth && matched < nth + times;
}

/** What goes wrong on purpose in one account: rules in their order, and chaos. */
export class Faults {
  #rules: RuleState[] = [];
  #nextID = 1;
  #chaos: Chaos | undefined;

  /** There is nothing to look for. */
  get isIdle(): boolean {
    return this.#rules.length === 0 && this.#chaos === undefined;
  }

  /** About what it takes of the memory. */
  get bytes(): number {
    let bytes = 0;
    for (const rule of this.#rules) bytes += rule.bytes;
    return bytes;
  }

  get count(): number {
    return this.#rules.length;
  }

  get chaos(): Chaos | undefined {
    return this.#chaos;
  }

  set chaos(chaos: Chaos | undefined) {
    this.#chaos = chaos;
  }

  /** Adds a rule after all others, and answers its ID. */
  add(rule: FaultRule): number {
    const id = this.#nextID;
    this.#nextID += 1;
    const bytes = ruleBytes + JSON.stringify(rule).length;
    this.#rules.push({ id, rule, bytes, matched: 0, fired: 0 });
    return id;
  }

  remove(id: number): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    return this.#rules.length < before;
  }

  /** Removes all rules; chaos stays. */
  clear(): void {
    this.#rules = [];
  }

  list(): readonly FaultReading[] {
    return this.#rules.map(({ id, rule, fired }) => ({
      id,
      match: rule.match ?? {},
      times: timesOf(rule) ?? null,
      effect: rule.effect,
      fired,
    }));
  }

  /** What happens to a request: the first rule that decides what it comes to, and all that do other things to it. */
  take(candidate: FaultCandidate): TakenFault[] {
    const taken: TakenFault[] = [];
    let isDecided = false;
    for (const state of this.#rules) {
      const { rule, id } = state;
      if (!canMeet(rule.effect, candidate) || !fits(rule.match ?? {}, candidate)) continue;
      state.matched += 1;
      const decides = isDeciding(rule.effect);
      if ((decides && isDecided) || !isDue(state)) continue;
      isDecided ||= decides;
      state.fired += 1;
      const giveBack = () => {
        state.fired -= 1;
      };
      const { subRequest } = candidate;
      taken.push({ id, effect: rule.effect, giveBack, ...(subRequest === undefined ? {} : { subRequest }) });
    }
    return taken;
  }

  save(): SavedFaults {
    const rules = this.#rules.map(({ id, rule, matched, fired }) => ({ id, rule, matched, fired }));
    return {
      rules,
      nextID: this.#nextID,
      ...(this.#chaos === undefined ? {} : { chaos: this.#chaos.read() }),
    };
  }

  load(saved: SavedFaults): void {
    this.#rules = saved.rules.map((state) => ({
      ...state,
      bytes: ruleBytes + JSON.stringify(state.rule).length,
    }));
    this.#nextID = saved.nextID;
    this.#chaos = saved.chaos === undefined ? undefined : new Chaos(saved.chaos);
  }
}
