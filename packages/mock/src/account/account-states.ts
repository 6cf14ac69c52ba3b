/** State that can be saved. */
export interface SavableState<TState, TSaved> {
  /** Under which it is saved. */
  readonly name: string;
  /** What JSON can hold of it, so that it can be made again. It must not change afterwards. */
  readonly save: (state: TState) => TSaved;
  /** About what it takes of the memory. */
  readonly bytesOf: (state: TState) => number;
}

interface KeptState {
  readonly state: unknown;
  readonly save: () => unknown;
  readonly bytes: () => number;
}

/** What an account keeps beside its tables, by the names of the definitions. */
export class AccountStates {
  readonly #states = new Map<string, KeptState>();
  /** What was saved; of states that nobody has asked for since, it still holds. */
  readonly #saved: ReadonlyMap<string, unknown>;

  constructor(saved: ReadonlyMap<string, unknown> = new Map()) {
    this.#saved = saved;
  }

  /** About what they take of the memory. */
  get bytes(): number {
    let bytes = 0;
    for (const state of this.#states.values()) bytes += state.bytes();
    return bytes;
  }

  /** The state of a definition. `create` makes it at its first use, from what was saved of it. */
  get<TState, TSaved>(
    definition: SavableState<TState, TSaved>,
    create: (saved: TSaved | undefined) => TState,
  ): TState {
    const { name } = definition;
    const known = this.#states.get(name);
    if (known !== undefined) return known.state as TState;
    const state = create(this.#saved.get(name) as TSaved | undefined);
    const save = () => definition.save(state);
    this.#states.set(name, { state, save, bytes: () => definition.bytesOf(state) });
    return state;
  }

  save(): ReadonlyMap<string, unknown> {
    const made = [...this.#states].map(([name, { save }]): [string, unknown] => [name, save()]);
    return new Map([...this.#saved, ...made]);
  }
}
