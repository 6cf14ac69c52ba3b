/** An option of the command line: a switch, or one with a text behind it. */
export interface OptionDeclaration {
  readonly type: 'boolean' | 'string';
}

/** Options by their name, without the dashes. */
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** What was typed behind the name of a command. */
export interface Given {
  /** Options with a text: every one that was typed, in order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
  /** What is not an option. */
  readonly words: readonly string[];
}
